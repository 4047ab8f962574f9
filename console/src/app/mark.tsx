/** Two strokes that meet in one point: 心有灵犀一点通. */
export function Mark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="9" fill="#0a7a5f" />
      <path d="M7.5 20.5c0-6.2 3.6-10 8.5-10" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M24.5 11.5c0 6.2-3.6 10-8.5 10" fill="none" stroke="#9ff0d3" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="16" cy="16" r="2.6" fill="#fff" />
    </svg>
  )
}
