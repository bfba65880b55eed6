import type { ReturnSheet } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import type { usePhotos } from '../evidence/use-photos.ts'
import { useFigures } from '../figure/use-figures.ts'
import { PhoneReturn } from '../grid/PhoneReturn.tsx'
import { ReturnGrid } from '../grid/ReturnGrid.tsx'
import type { Grid } from '../grid/use-grid.ts'
import { useIsPhone } from './use-is-phone.ts'

/** A worksheet at the desk, one project at a time on the phone; the same figures in both. */
export function SheetGrid({
  sheet,
  grid,
  photos,
}: {
  sheet: ReturnSheet
  grid: Grid
  photos?: ReturnType<typeof usePhotos>
}) {
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
          onPhoto={photos && ((project, file) => photos.add.mutate({ project, file }))}
          onEnd={() => document.querySelector('.submit-bar')?.scrollIntoView({ block: 'center' })}
        />
      ) : (
        <ReturnGrid grid={grid} label={`${unitName} ${figures.period(period)}`} />
      )}
    </section>
  )
}
