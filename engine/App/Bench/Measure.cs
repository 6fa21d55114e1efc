using System.Text.Json;

namespace Workbench.App;

/// <summary>What one process says of its own work, in the line that it prints for the one that started it.</summary>
sealed record Measure
{
    /// <summary>Ticks or bars that went through.</summary>
    public long Events { get; init; }

    /// <summary>The loop with its decode, as <c>backtest --json</c> has it; of a floor the best of its rounds.</summary>
    public double LoopSeconds { get; init; }

    /// <summary>The decode's part of it.</summary>
    public double DecodeSeconds { get; init; }

    /// <summary>Processor time of the loop's thread: what other programs on the machine hardly lengthen; of a floor, of its fastest round.</summary>
    public double LoopCpuSeconds { get; init; }

    /// <summary>Bytes that the loop's thread allocated.</summary>
    public long LoopBytes { get; init; }

    /// <summary>Most memory that the process held.</summary>
    public double PeakMemoryMb { get; init; }

    /// <summary>Orders sent.</summary>
    public long Orders { get; init; }

    /// <summary>Hash over what the run put out.</summary>
    public string EventLogHash { get; init; } = "";

    /// <summary>What else it measured, by name.</summary>
    public IReadOnlyDictionary<string, double> Also { get; init; } = new Dictionary<string, double>();

    /// <summary>From the start of the process to its end, seen from outside; filled in there.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Writes it by hand: a generated writer would have to be compiled within the very process that is measured.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("events", Events);
        json.WriteNumber("loopSeconds", LoopSeconds);
        json.WriteNumber("decodeSeconds", DecodeSeconds);
        json.WriteNumber("loopCpuSeconds", LoopCpuSeconds);
        json.WriteNumber("loopBytes", LoopBytes);
        json.WriteNumber("peakMemoryMb", PeakMemoryMb);
        json.WriteNumber("orders", Orders);
        json.WriteString("eventLogHash", EventLogHash);
        json.WriteStartObject("also");
        foreach (var (name, figure) in Also.OrderBy(static also => also.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(name, figure);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
