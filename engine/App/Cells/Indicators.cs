using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App.Cells;

/// <summary>Indicators over columns: the objects that a strategy adds, fed by hand.</summary>
public static class Indicators
{
    /// <summary>An indicator's value after each bar; <c>NaN</c> until it is ready.</summary>
    /// <param name="indicator">A fresh one: what it took in before counts.</param>
    /// <param name="bars">Bars of <see cref="Lake.Bars"/>.</param>
    /// <returns>As many values as there are bars.</returns>
    public static double[] Over(Indicator indicator, BarColumns bars) => Over(indicator, bars.Bars);

    /// <summary>An indicator's value after each bar; <c>NaN</c> until it is ready.</summary>
    /// <param name="indicator">A fresh one: what it took in before counts.</param>
    /// <param name="bars">Bars in order of time.</param>
    public static double[] Over(Indicator indicator, IReadOnlyList<Bar> bars)
    {
        var values = new double[bars.Count];
        for (var i = 0; i < values.Length; i++)
        {
            indicator.Update(bars[i]);
            values[i] = indicator.IsReady ? indicator.Value : double.NaN;
        }

        return values;
    }
}
