import { LineChart as Lines } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_STYLES, type LineChartData } from './line.ts'
import { saveChart } from './save.ts'
import './chart.css'

use([Lines, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export function LineChart({ data }: { data: LineChartData }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    if (!place.current) return
    const made = init(place.current)
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(options(data), { notMerge: true })
  }, [data])
  return (
    <figure className="chart-figure">
      <div ref={place} className="chart" role="img" aria-label={data.title} />
      <button
        type="button"
        className="plain as-link chart-save no-print"
        onClick={() => chart.current && saveChart(chart.current.renderToSVGString(), data)}
      >
        {t('chart.save')}
      </button>
    </figure>
  )
}

/** The name of each line stands at its end, so that no legend has to be matched by colour. */
function options(data: LineChartData) {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const font = { fontSize: size * 0.86, color: '#55616e', fontFamily: 'inherit' }
  const fixed = (value: unknown) => (typeof value === 'number' ? value.toFixed(data.decimals) : '—')
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: size * 7, top: size * 1.6, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: fixed, confine: true },
    xAxis: {
      type: 'category',
      data: [...data.categories],
      boundaryGap: false,
      axisLabel: { ...font, hideOverlap: true },
      axisLine: { lineStyle: { color: '#b9c2cc' } },
      axisTick: { show: false },
    },
    yAxis: { type: 'value', axisLabel: font, splitLine: { lineStyle: { color: '#edf0f3' } }, splitNumber: 4 },
    series: data.lines.map((line, index) => ({
      type: 'line',
      name: line.name,
      data: [...line.values],
      symbol: line.kind === 'actual' ? 'circle' : 'none',
      symbolSize: size * 0.4,
      lineStyle: LINE_STYLES[line.kind],
      itemStyle: { color: LINE_STYLES[line.kind].color },
      z: line.kind === 'actual' ? 4 : 3,
      endLabel: {
        ...font,
        show: true,
        formatter: '{a}',
        color: LINE_STYLES[line.kind].color,
        fontWeight: 600,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      markLine:
        index === 0 && data.now >= 0
          ? {
              silent: true,
              symbol: 'none',
              lineStyle: { color: '#e8a317', width: 2, type: 'solid' },
              label: { ...font, formatter: data.nowLabel, position: 'end' },
              data: [{ xAxis: data.now }],
            }
          : undefined,
    })),
  }
}
