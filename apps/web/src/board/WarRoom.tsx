import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { ChangeStrip } from '../change/ChangeStrip.tsx'
import { useMay } from '../session/me.ts'
import { NextStep } from '../setup/NextStep.tsx'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { CopyBar } from './CopyBar.tsx'
import { CurvePanel } from './CurvePanel.tsx'
import { LatePanel, UpcomingPanel } from './LatePanel.tsx'
import { Matrix } from './Matrix.tsx'
import { Stages } from './Stages.tsx'
import { TargetTile } from './TargetTile.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import './board.css'
import './wall.css'

export function WarRoomPage() {
  const when = useWhen()
  const query = useApi(routes.getWarRoom, { query: timesOf(when) })
  return (
    <Page query={query} className="war-room">
      {room =>
        room.total.projects === 0 ? (
          <NothingYet />
        ) : (
          <>
            {room.total.reported === 0 && <NextStep />}
            <div className="war-top">
              <ChangeStrip />
              <div className="tiles">
                {room.tiles.map(tile => (
                  <TargetTile key={tile.target} tile={tile} />
                ))}
              </div>
            </div>
            <CurvePanel curve={room.curve} bar={room.bar} />
            <Matrix room={room} />
            <div className="side">
              <TodoPanel room={room} />
              <LatePanel late={room.late} />
              <UpcomingPanel upcoming={room.upcoming} />
            </div>
            <Stages stages={room.stages} />
            <CopyBar room={room} />
          </>
        )
      }
    </Page>
  )
}

/** What belongs here and how to begin. */
function NothingYet() {
  const { t } = useTranslation()
  const imports = useMay(routes.uploadImport.name)
  const setsUp = useMay(routes.firstSteps.name)
  return (
    <section className="panel nothing">
      <h1>{t('board.empty')}</h1>
      <p>{t('board.empty-means')}</p>
      {imports && <Link to="/import">{t('board.empty-begin')}</Link>}
      {setsUp && <Link to="/setup">{t('setup.go-on')}</Link>}
    </section>
  )
}
