;; The dot products of one query with many rows, eight numbers at a time.
;; query: 16-bit numbers; rows: 8-bit numbers, one after another; out: 32-bit sums. width: a multiple of 16.
(module
  (import "memory" "all" (memory 1 65536 shared))
  (func (export "dotProducts") (param $query i32) (param $rows i32) (param $count i32) (param $width i32) (param $out i32)
    (local $at i32) (local $place i32) (local $end i32) (local $one v128) (local $other v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $one (v128.const i32x4 0 0 0 0))
        (local.set $other (v128.const i32x4 0 0 0 0))
        (local.set $place (i32.const 0))
        (local.set $at (local.get $query))
        (loop $piece
          (local.set $one (i32x4.add (local.get $one) (i32x4.dot_i16x8_s
            (v128.load (local.get $at))
            (v128.load8x8_s (i32.add (local.get $rows) (local.get $place))))))
          (local.set $other (i32x4.add (local.get $other) (i32x4.dot_i16x8_s
            (v128.load offset=16 (local.get $at))
            (v128.load8x8_s offset=8 (i32.add (local.get $rows) (local.get $place))))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $place (i32.add (local.get $place) (i32.const 16)))
          (br_if $piece (i32.lt_u (local.get $place) (local.get $width))))
        (local.set $one (i32x4.add (local.get $one) (local.get $other)))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $one)) (i32x4.extract_lane 1 (local.get $one)))
            (i32.add (i32x4.extract_lane 2 (local.get $one)) (i32x4.extract_lane 3 (local.get $one)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (br $row)))))
