import type { ReturnSheet } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import type { Photos } from '../evidence/use-photos.ts'
import { WaitingPhoto } from '../evidence/WaitingPhoto.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { PhoneReturn } from '../grid/PhoneReturn.tsx'
import { ReturnGrid } from '../grid/ReturnGrid.tsx'
import type { Grid } from '../grid/use-grid.ts'
import { useIsPhone } from './use-is-phone.ts'

/** A worksheet at the desk, one project at a time on the phone; the same figures in both. */
export function SheetGrid({ sheet, grid, photos }: { sheet: ReturnSheet; grid: Grid; photos?: Photos }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const phone = useIsPhone()
  const { unitName, period } = sheet.return
  if (sheet.rows.length === 0)
    return (
      <section className="panel">
        <p className="soft">{t('sheet.no-rows')}</p>
      </section>
    )
  return (
    <section className="panel sheet">
      {phone ? (
        <PhoneReturn
          grid={grid}
          photos={photos?.linksOf}
          onEnd={() => document.querySelector('.submit-bar')?.scrollIntoView({ block: 'center' })}
          waiting={project =>
            photos?.waiting
              .filter(one => one.project === project)
              .map(one => <WaitingPhoto key={one.key} photo={one} sending={photos.sending} />)
          }
          onPhotos={photos?.add}
        />
      ) : (
        <ReturnGrid grid={grid} label={`${unitName} ${figures.period(period)}`} />
      )}
    </section>
  )
}
