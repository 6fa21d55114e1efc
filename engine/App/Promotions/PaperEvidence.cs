using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>A paper session as evidence: how long it heard prices, and which ones.</summary>
/// <param name="Folder">The session.</param>
/// <param name="Header">What it was.</param>
/// <param name="Nanos">From the first input after its warm-up to the last, nanoseconds.</param>
sealed record PaperEvidence(SessionFolder Folder, SessionHeader Header, long Nanos)
{
    /// <summary>Whether it ran over stored prices, which take seconds where the market took days.</summary>
    public bool IsRecorded => Header.Feed == "lake";

    /// <summary>Reads it from the session's journal.</summary>
    public static PaperEvidence Of(SessionFolder folder)
    {
        var header = Replayer.HeaderOf(folder);
        var (first, last) = (0L, 0L);
        using var reader = JournalReader.Open(folder.Journal);
        while (reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput)
            {
                var input = line.Input;
                var isWarm = input.Kind == InputKind.Operator && (OperatorCommand)input.A == OperatorCommand.Trade;
                first = isWarm || first == 0 ? input.Time : first;
                last = input.Time;
            }
        }

        return new PaperEvidence(folder, header, last - first);
    }

    /// <summary>Its length as a person says it.</summary>
    public string Length => Span(Nanos);

    /// <summary>A span as a person says it.</summary>
    public static string Span(long nanos) =>
        nanos >= UtcNanos.Day ? FormattableString.Invariant($"{nanos / (double)UtcNanos.Day:0.##} days")
        : nanos >= UtcNanos.Hour ? FormattableString.Invariant($"{nanos / (double)UtcNanos.Hour:0.##} hours")
        : FormattableString.Invariant($"{nanos / (double)UtcNanos.Second:0.#} seconds");
}
