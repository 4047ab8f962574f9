/** Two circles that share one point: 心有灵犀一点通. */
export function Mark({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="9" fill="#0a7458" />
      <circle cx="12.4" cy="16" r="6.1" fill="none" stroke="#fff" strokeWidth="2.3" />
      <circle cx="19.6" cy="16" r="6.1" fill="none" stroke="#9ff0d3" strokeWidth="2.3" />
      <circle cx="16" cy="16" r="1.9" fill="#fff" />
    </svg>
  )
}
