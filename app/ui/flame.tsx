/** The mark of the house: a clean gas flame. */
export function Flame({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size * 1.2} viewBox="0 0 20 24" className="shrink-0" aria-hidden="true" focusable="false">
      <path d="M10 0c1.2 4.2 7.6 7.4 7.6 14.2A7.6 7.6 0 0 1 10 22a7.6 7.6 0 0 1-7.6-7.8C2.4 9.6 8 6.4 10 0Z" fill="#0b62c4" />
      <path d="M10 10.5c.7 2.3 3.4 3.7 3.4 6.6A3.4 3.4 0 0 1 10 20.6a3.4 3.4 0 0 1-3.4-3.5c0-2.3 2.6-3.7 3.4-6.6Z" fill="#9cc7f5" />
    </svg>
  );
}
