using Workbench.Core;
using Workbench.Model;

namespace Workbench.App.Cells;

/// <summary>A strategy that only listens: bars in a cell are those that a strategy sees, made by the same engine.</summary>
sealed class BarTap(BarSpec spec, int most) : Strategy
{
    readonly List<Bar> bars = [];

    public IReadOnlyList<Bar> Bars => bars;

    public override void OnStart() => Subscribe(spec);

    public override void OnBar(in Bar bar)
    {
        if (bar.Spec == spec)
        {
            bars.Add(bars.Count < most ? bar : throw CellErrors.TooManyEvents(spec.ToString(), most));
        }
    }
}
