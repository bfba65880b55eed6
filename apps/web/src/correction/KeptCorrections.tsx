import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { placeOf } from '../keep/draft.ts'
import { keysKept } from '../keep/store.ts'
import { useUnitName } from '../return/use-unit-name.ts'
import { useMe } from '../session/me.ts'

/** Corrections that this person began on this device and has not sent. */
export function KeptCorrections() {
  const { t } = useTranslation()
  const figures = useFigures()
  const unitName = useUnitName()
  const { account } = useMe()
  const [kept, setKept] = useState<readonly { unit: string; period: string }[]>([])
  useEffect(() => {
    const start = `${placeOf(account, 'correction')}\n`
    void keysKept('draft').then(keys =>
      setKept(
        keys
          .filter(key => key.startsWith(start))
          .map(key => {
            const [unit = '', period = ''] = key.slice(start.length).split('\n')
            return { unit, period }
          }),
      ),
    )
  }, [account])
  if (kept.length === 0) return null
  return (
    <section className="panel no-print" role="status">
      <p>{t('correction.kept')}</p>
      <ul className="rows">
        {kept.map(({ unit, period }) => (
          <li key={`${unit} ${period}`}>
            <Link to="/returns/$unit/$period" params={{ unit, period }}>
              {unitName(unit)} · {figures.period(period)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
