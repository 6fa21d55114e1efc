using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>Writes timeframes as C#: <c>Bars.Minutes(5).Of(PriceSource.Bid)</c>.</summary>
static class TimeframeText
{
    public static string Of(BarSpec spec) => Plain(spec) + (spec.Price == PriceSource.Mid ? "" : $".Of(PriceSource.{spec.Price})");

    static string Plain(BarSpec spec) => spec.Unit switch
    {
        BarUnit.Time when spec.Length % UtcNanos.Hour == 0 => Call("Hours", spec.Length / UtcNanos.Hour),
        BarUnit.Time when spec.Length % UtcNanos.Minute == 0 => Call("Minutes", spec.Length / UtcNanos.Minute),
        BarUnit.Time => Call("Seconds", spec.Length / UtcNanos.Second),
        BarUnit.Days => "Bars.Days()",
        BarUnit.Ticks when spec.IsTick => "Bars.Tick",
        _ => $"BarSpec.Parse(\"{spec with { Price = PriceSource.Mid }}\")",
    };

    static string Call(string name, long count) => $"Bars.{name}({count.ToString(CultureInfo.InvariantCulture)})";
}
