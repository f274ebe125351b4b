import { useNavigate } from '@tanstack/react-router'

type Values = Record<string, string | number | boolean | undefined>

/**
 * The address is the saved filter. Changes some of it and keeps the rest; what is empty leaves it.
 * With `replace`, "back" does not walk through every letter that was typed.
 */
export function useSearchChange() {
  const navigate = useNavigate()
  return (next: Values, replace = false) =>
    void navigate({
      to: '.',
      search: (now: Values) => filled({ ...now, ...next }),
      replace,
      resetScroll: false,
    })
}

function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  )
}
