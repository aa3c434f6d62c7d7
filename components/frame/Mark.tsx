/** The mark: a name badge with its slot, a face and a name. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <rect class="card" x="3" y="5" width="26" height="22" rx="4" />
    <rect class="ink" x="12" y="8" width="8" height="2" rx="1" />
    <circle class="ink" cx="11" cy="16.5" r="2.75" />
    <path class="ink" d="M6.5 23.5c.5-2.6 2.2-3.75 4.5-3.75s4 1.15 4.5 3.75Z" />
    <rect class="ink" x="18" y="15" width="8" height="2" rx="1" />
    <rect class="ink" x="18" y="19.5" width="5.5" height="2" rx="1" />
  </svg>
);
