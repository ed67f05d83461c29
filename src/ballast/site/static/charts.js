/* Charts: every <figure class="chart" data-chart="ID"> shows the ECharts option in <script id="ID" type="application/json">.
   The page always carries the table of the same numbers; the chart is its second reading.
   Beyond ECharts' own words an option may say: series[].unit (behind the value in the tooltip), data[].link (where a
   click leads) and data[].lines (what a tooltip says). A figure with data-map="URL" first loads that GeoJSON. */
(() => {
  "use strict";

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const drawn = new Map();
  const font = getComputedStyle(document.documentElement).getPropertyValue("--pico-font-family-sans-serif");

  echarts.registerTheme("house", {
    color: ["#1f4a86", "#b92c18", "#7f9cc5", "#c98a2b", "#4f8a75", "#7a6a9c", "#8a929f", "#3f7fbf", "#d9705d", "#6b7b3a"],
    textStyle: { fontFamily: font, color: "#1d2838" },
    categoryAxis: {
      axisLine: { lineStyle: { color: "#8a94a5" } }, axisTick: { show: false }, axisLabel: { color: "#5b6677" },
    },
    valueAxis: {
      splitLine: { lineStyle: { color: "#e6eaf0" } }, axisLabel: { color: "#5b6677" }, nameTextStyle: { color: "#5b6677" },
    },
    legend: { textStyle: { color: "#5b6677" } },
  });

  const escape = (text) => {
    const holder = document.createElement("span");
    holder.textContent = text ?? "";
    return holder.innerHTML;
  };

  const number = (value) =>
    value === null || value === undefined || value === "-" || Number.isNaN(value)
      ? "—"
      : typeof value === "number" ? value.toLocaleString("zh-CN", { maximumFractionDigits: 2 }) : String(value);

  // JSON carries no functions: put in those that every chart needs.
  function complete(option) {
    const series = [].concat(option.series || []);
    series.forEach((one) => {
      const unit = one.unit ? ` ${one.unit}` : "";
      one.tooltip = { ...one.tooltip, valueFormatter: (value) => number(Array.isArray(value) ? value[value.length - 1] : value) + unit };
    });
    const tooltip = { confine: true, ...option.tooltip };
    if (series.some((one) => (one.data || []).some((item) => item && item.lines))) {
      tooltip.formatter = (hovered) => {
        const item = [].concat(hovered)[0];
        return (item.data?.lines || [item.name]).map(escape).join("<br>");
      };
    }
    return { animation: !still.matches, aria: { enabled: true }, ...option, tooltip };
  }

  async function draw(figure) {
    const source = document.getElementById(figure.dataset.chart);
    const canvas = figure.querySelector(".canvas");
    if (!source || !canvas || drawn.has(canvas)) return;
    const option = JSON.parse(source.textContent);
    if (figure.dataset.map) {
      const answer = await fetch(figure.dataset.map);
      echarts.registerMap("city", await answer.json());
    }
    if (drawn.has(canvas) || !canvas.isConnected) return;
    const chart = echarts.init(canvas, "house", { renderer: "svg" });
    drawn.set(canvas, chart);
    chart.setOption(complete(option));
    chart.on("click", (event) => {
      if (event.data && event.data.link) window.location.assign(event.data.link);
    });
    canvas.dataset.drawn = "yes";
    resizes.observe(canvas);
  }

  const resizes = new ResizeObserver((entries) => {
    entries.forEach((entry) => drawn.get(entry.target)?.resize());
  });

  function drawAll() {
    drawn.forEach((chart, canvas) => {
      if (canvas.isConnected) return;
      resizes.unobserve(canvas);
      chart.dispose();
      drawn.delete(canvas);
    });
    document.querySelectorAll("figure[data-chart]").forEach(draw);
  }

  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:after:swap", drawAll);
  window.addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
})();
