using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>One pair of axes with what is drawn on it.</summary>
sealed record Panel
{
    /// <summary>Plotly traces without their axes, which the figure gives them by the panel's place.</summary>
    public required IReadOnlyList<JsonObject> Traces { get; init; }

    public AxisKind X { get; init; }

    public string Title { get; init; } = "";

    public string XTitle { get; init; } = "";

    public string YTitle { get; init; } = "";

    public bool IsLog { get; init; }

    /// <summary>How numbers on the y axis are written, as d3 spells formats; empty for the plotly's choice.</summary>
    public string YFormat { get; init; } = "";

    /// <summary>Whether the y axis shows names, the first on top.</summary>
    public bool YIsNames { get; init; }

    /// <summary>Whether lines mark the ticks; colours that fill the panel need none.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>Whether pointing at a place tells of all lines there, or of the nearest point alone.</summary>
    public bool IsUnified { get; init; }

    /// <summary>Stretches of time when the market was closed, cut out of the axis; Unix milliseconds.</summary>
    public IReadOnlyList<(double From, double To)> Closed { get; init; } = [];

    /// <summary>Height beside other panels of a stack.</summary>
    public double Weight { get; init; } = 1d;

    /// <summary>Lines with names, which a legend is to tell apart.</summary>
    public int Named => Traces.Count(trace => trace["showlegend"]?.GetValue<bool>() ?? trace.ContainsKey("name"));

    /// <summary>What another panel draws, drawn over this.</summary>
    /// <exception cref="WorkbenchException">WB4206 their x axes count different things.</exception>
    public Panel Over(Panel other) => X == other.X
        ? this with
        {
            Traces = [.. Traces, .. other.Traces],
            Closed = Closed.Count > 0 ? Closed : other.Closed,
            YTitle = YTitle.Length > 0 ? YTitle : other.YTitle,
            YFormat = YFormat.Length > 0 ? YFormat : other.YFormat,
        }
        : throw ChartErrors.AxesDiffer(NameOf(X), NameOf(other.X));

    public static string NameOf(AxisKind kind) => kind switch { AxisKind.Time => "times", AxisKind.Name => "names", _ => "numbers" };
}
