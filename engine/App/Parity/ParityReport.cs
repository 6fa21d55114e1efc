using System.Text.Json;

namespace Workbench.App;

/// <summary>How well a session and the backtest of the same stretch agree, order by order.</summary>
sealed record ParityReport
{
    /// <summary>Whether the recorded session, run again, decides the same.</summary>
    public required bool ReplayIdentical { get; init; }

    /// <summary>Where it first did not; null where it always did.</summary>
    public string? FirstDifference { get; init; }

    /// <summary>Orders that one of the two decided on.</summary>
    public int Decisions { get; init; }

    /// <summary>Orders that both decided on.</summary>
    public int Matched { get; init; }

    /// <summary>Where they differ, and why; also orders that both decided on and that ended differently.</summary>
    public IReadOnlyList<ParityDifference> Differences { get; init; } = [];

    /// <summary>Where the backtest's prices came from.</summary>
    public string Prices { get; init; } = "";

    /// <summary>Share of decisions that both made; 1 where there were none.</summary>
    public double Score => Decisions == 0 ? 1d : (double)Matched / Decisions;

    /// <summary>How many differences have that cause.</summary>
    public int Of(ParityCause cause) => Differences.Count(difference => difference.Cause == cause);

    /// <summary>As a document.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("replayIdentical", ReplayIdentical);
        json.WriteString("firstDifference", FirstDifference);
        json.WriteString("prices", Prices);
        json.WriteNumber("decisions", Decisions);
        json.WriteNumber("matched", Matched);
        json.WriteStartObject("explained");
        json.WriteNumber("latency", Of(ParityCause.Latency));
        json.WriteNumber("fillModel", Of(ParityCause.FillModel));
        json.WriteNumber("data", Of(ParityCause.Data));
        json.WriteNumber("notTrading", Of(ParityCause.NotTrading));
        json.WriteEndObject();
        json.WriteNumber("unexplained", Of(ParityCause.Unexplained));
        json.WriteNumber("score", Math.Round(Score, 6));
        json.WriteStartArray("differences");
        foreach (var difference in Differences.Take(200))
        {
            json.WriteStringValue(difference.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
