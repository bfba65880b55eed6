import type { Response, routes } from '@guatu/contract'

type Block = Response<typeof routes.previewDocument>['blocks'][number]
type Table = Extract<Block, { kind: 'table' }>['table']

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks).map(({ key, value }) => <OneBlock key={key} block={value} />)
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <p className={`paper-heading paper-heading-${block.level}`}>{block.text}</p>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'table':
      return <PaperTable table={block.table} />
  }
}

function PaperTable({ table }: { table: Table }) {
  return (
    <div className="table-wrap">
      <table>
        <caption>
          {table.caption} <small>{table.note}</small>
        </caption>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column.title} scope="col" style={{ width: `${share(table, column.width)}%` }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows).map(({ key, value: row }, place) => (
            <tr key={key} className={table.strong?.includes(place) ? 'strong' : undefined}>
              {table.columns.map((column, at) => (
                <td key={column.title} style={{ textAlign: column.align }}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const share = ({ columns }: Table, width: number) =>
  (100 * width) / columns.reduce((sum, column) => sum + column.width, 0)

/** A text has no ids: its parts never move, so their place names them. */
const keyed = <T,>(values: readonly T[]) => values.map((value, place) => ({ key: String(place), value }))
