import type { BulletShape } from './bullet.ts'

const WIDTH = 300
const at = (place: number) => 2 + place * (WIDTH - 6)

/** Actual as a bar, plan to date as a notch, floor and stretch as marks; the words beside it say the same. */
export function Bullet({ shape }: { shape: BulletShape }) {
  return (
    <svg className="bullet" viewBox={`0 0 ${WIDTH} 22`} preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="6" width={WIDTH} height="10" fill="#e6ebf0" />
      {shape.actual !== null && <rect x="0" y="6" width={at(shape.actual)} height="10" fill="#4a6785" />}
      {shape.toDate !== null && <Tick x={at(shape.toDate)} from={2} to={20} colour="#1d2733" wide />}
      {shape.floor !== null && <Tick x={at(shape.floor)} from={4} to={18} colour="#1d2733" />}
      {shape.stretch !== null && <Tick x={at(shape.stretch)} from={4} to={18} colour="#8792a0" />}
    </svg>
  )
}

function Tick({
  x,
  from,
  to,
  colour,
  wide,
}: {
  x: number
  from: number
  to: number
  colour: string
  wide?: boolean
}) {
  return (
    <line
      x1={x}
      x2={x}
      y1={from}
      y2={to}
      stroke={colour}
      strokeWidth={wide ? 3 : 2}
      strokeDasharray={wide ? undefined : '3 2'}
      vectorEffect="non-scaling-stroke"
    />
  )
}
