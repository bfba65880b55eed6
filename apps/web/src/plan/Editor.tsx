import type { SchemeFinding } from '@guatu/contract'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'

/** Of `.yaml textarea` in plan.css. */
const LINE_PX = 20

/** The text with its line numbers, and beside it what is wrong where; a finding leads to its place. */
export function Editor({
  label,
  text,
  findings,
  checking,
  onChange,
}: {
  label: string
  text: string
  findings: readonly SchemeFinding[]
  checking: boolean
  onChange: (text: string) => void
}) {
  const box = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLPreElement>(null)
  const marked = new Map(findings.map(one => [one.line, one.severity]))
  const lines = text.split('\n')
  const goTo = ({ line, column }: SchemeFinding) => {
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    box.current?.focus()
    box.current?.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0))
    if (box.current) box.current.scrollTop = Math.max(0, (line - 6) * LINE_PX)
  }
  return (
    <div className="yaml-row">
      <div className="yaml">
        <pre ref={numbers} aria-hidden="true">
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its number
            <span key={index} className={marked.has(index + 1) ? `yaml-${marked.get(index + 1)}` : undefined}>
              {`${index + 1}\n`}
            </span>
          ))}
        </pre>
        <textarea
          ref={box}
          aria-label={label}
          spellCheck={false}
          wrap="off"
          value={text}
          onChange={event => onChange(event.target.value)}
          onScroll={event => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
      <Findings findings={findings} checking={checking} onPick={goTo} />
    </div>
  )
}

function Findings({
  findings,
  checking,
  onPick,
}: {
  findings: readonly SchemeFinding[]
  checking: boolean
  onPick: (finding: SchemeFinding) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const errors = findings.filter(one => one.severity === 'error').length
  return (
    <section className="yaml-findings" aria-label={t('plan.findings')}>
      <p role="status">
        {checking
          ? t('plan.checking')
          : findings.length === 0
            ? t('plan.findings-none')
            : t('plan.findings-count', { errors, warnings: findings.length - errors })}
      </p>
      <ol className="rows">
        {findings.map(one => (
          <li key={`${one.line} ${one.column} ${one.code} ${one.message}`}>
            <button type="button" className="plain" onClick={() => onPick(one)}>
              <b className={`yaml-${one.severity}`}>{t(`plan.severity.${one.severity}`)}</b>{' '}
              <span className="as-link">{t('plan.place', { line: one.line, column: one.column })}</span>
              <span className="nd">
                {one.code} {one.message}
              </span>
              <span>{one.mend[language]}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
