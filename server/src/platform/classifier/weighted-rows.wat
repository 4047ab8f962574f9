;; Sums of weighted rows of a dense matrix of 32-bit floats, and adding one row to many: eight columns a step. The code of
;; weighted-rows.ts; widths are multiples of 8, addresses are bytes.
(module
  (import "memory" "all" (memory 1 65536))

  ;; out[0..width) += the sum over k of values[k] * matrix[rows[k]]
  (func (export "sumRows")
    (param $matrix i32) (param $rows i32) (param $values i32) (param $count i32) (param $width i32) (param $out i32)
    (local $end i32) (local $row i32) (local $to i32) (local $last i32) (local $value v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $last (i32.add (local.get $out) (i32.shl (local.get $width) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $value (f32x4.splat (f32.load (local.get $values))))
        (local.set $row (i32.add (local.get $matrix)
          (i32.shl (i32.mul (i32.load (local.get $rows)) (local.get $width)) (i32.const 2))))
        (local.set $to (local.get $out))
        (loop $columns
          (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
            (f32x4.mul (local.get $value) (v128.load (local.get $row)))))
          (v128.store offset=16 (local.get $to) (f32x4.add (v128.load offset=16 (local.get $to))
            (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $row)))))
          (local.set $row (i32.add (local.get $row) (i32.const 32)))
          (local.set $to (i32.add (local.get $to) (i32.const 32)))
          (br_if $columns (i32.lt_u (local.get $to) (local.get $last))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $values (i32.add (local.get $values) (i32.const 4)))
        (br $each))))

  ;; matrix[rows[k]] += values[k] * change[0..width), for every k
  (func (export "addToRows")
    (param $matrix i32) (param $rows i32) (param $values i32) (param $count i32) (param $width i32) (param $change i32)
    (local $end i32) (local $row i32) (local $from i32) (local $last i32) (local $value v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $last (i32.add (local.get $change) (i32.shl (local.get $width) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $value (f32x4.splat (f32.load (local.get $values))))
        (local.set $row (i32.add (local.get $matrix)
          (i32.shl (i32.mul (i32.load (local.get $rows)) (local.get $width)) (i32.const 2))))
        (local.set $from (local.get $change))
        (loop $columns
          (v128.store (local.get $row) (f32x4.add (v128.load (local.get $row))
            (f32x4.mul (local.get $value) (v128.load (local.get $from)))))
          (v128.store offset=16 (local.get $row) (f32x4.add (v128.load offset=16 (local.get $row))
            (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $from)))))
          (local.set $row (i32.add (local.get $row) (i32.const 32)))
          (local.set $from (i32.add (local.get $from) (i32.const 32)))
          (br_if $columns (i32.lt_u (local.get $from) (local.get $last))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $values (i32.add (local.get $values) (i32.const 4)))
        (br $each)))))
