"use strict";
// Charts that were drawn at export become ones to point at and to zoom; the data are the rows of their tables.

addEventListener("DOMContentLoaded", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const style = () => getComputedStyle(document.documentElement);
  const short = (value) => (value >= 1e8 ? `${value / 1e8}亿` : value >= 1e4 ? `${value / 1e4}万` : String(value));

  // The middle of each day, for a line through many dots.
  function middles(points) {
    const days = new Map();
    for (const point of points) days.set(point.name, [...(days.get(point.name) ?? []), point]);
    return [...days].map(([day, own]) => {
      const values = own.map((point) => point.value[1]).sort((one, two) => one - two);
      return [day, (values[(values.length - 1) >> 1] + values[values.length >> 1]) / 2];
    });
  }

  function option(kind, title, points) {
    const [ink, rule, line] = ["--soft", "--rule", "--line"].map((name) => style().getPropertyValue(name).trim());
    const axis = { axisLabel: { color: ink, hideOverlap: true, formatter: kind === "bar" ? "{yyyy}-{MM}" : "{yyyy}-{MM}-{dd}" }, axisLine: { lineStyle: { color: rule } }, splitLine: { lineStyle: { color: rule } } };
    return {
      animation: false,
      aria: { enabled: true, label: { description: title } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 64, right: 24, top: 24, bottom: 40 },
      tooltip: { trigger: "item", renderMode: "richText", formatter: ({ data }) => `${data.name}　${data.shown}` },
      dataZoom: [{ type: "inside" }],
      xAxis: { type: "time", ...axis, splitLine: { show: false } },
      yAxis: { type: "value", ...axis, axisLabel: { color: ink, formatter: short } },
      series: kind === "bar" ? [{ type: kind, data: points, color: line, barMaxWidth: 24 }] : [
        { type: "line", data: middles(points), color: line, symbol: "none", silent: true },
        { type: "scatter", data: points, color: line, symbolSize: 9 },
      ],
    };
  }

  for (const figure of document.querySelectorAll("figure.chart")) {
    const drawing = figure.querySelector("svg");
    const title = drawing.getAttribute("aria-label");
    const points = [...figure.querySelectorAll("tbody tr")].map((row) => ({
      name: row.dataset.day, shown: row.cells[1].textContent, value: [row.dataset.day, Number(row.dataset.value)],
    })).sort((one, two) => (one.name < two.name ? -1 : 1));
    const place = Object.assign(document.createElement("div"), { className: "drawn" });
    drawing.after(place);
    drawing.classList.add("replaced");
    const chart = echarts.init(place, null, { renderer: "svg", locale: "ZH" });
    const draw = () => chart.setOption(option(figure.dataset.kind, title, points));
    draw();
    dark.addEventListener("change", draw);
    new ResizeObserver(() => chart.resize()).observe(place);
  }
});
