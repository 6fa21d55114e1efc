using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>When prices came, as the session heard them and as the lake has them: where their numbers differ, so may decisions.</summary>
sealed class HeardPrices
{
    readonly Dictionary<string, List<long>> heard = [];
    readonly Dictionary<string, List<long>> stored = [];

    /// <summary>Reads both.</summary>
    /// <param name="folder">The session.</param>
    /// <param name="header">What it was.</param>
    /// <param name="history">The lake; null where it does not hold the stretch.</param>
    /// <param name="range">The stretch.</param>
    public HeardPrices(SessionFolder folder, SessionHeader header, IHistory? history, TimeRange range)
    {
        if (history is null)
        {
            return;
        }

        var symbols = header.Streams.Select(static stream => stream.Instrument.Symbol).Distinct().ToList();
        symbols.ForEach(symbol => heard[symbol] = []);
        using var reader = JournalReader.Open(folder.Journal);
        while (reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Kind: InputKind.Tick } tick)
            {
                heard[symbols[tick.Market]].Add(tick.EventTime);
            }
        }

        foreach (var stream in header.Streams.Where(static stream => stream.Kind == DataKind.Ticks))
        {
            var times = stored[stream.Instrument.Symbol] = [];
            using var cursor = history.Ticks(history.Instrument(stream.Instrument.Symbol), range);
            var batch = new TickBatch { WantsSizes = false };
            while (cursor.Read(batch))
            {
                times.AddRange(batch.Time.AsSpan(0, batch.Count));
            }
        }
    }

    /// <summary>Whether as many prices came in a stretch as the lake has.</summary>
    public bool AreAlike(string symbol, long from, long to) =>
        !stored.TryGetValue(symbol, out var there) || Count(heard[symbol], from, to) == Count(there, from, to);

    static int Count(List<long> times, long from, long to) => Place(times, to) - Place(times, from);

    static int Place(List<long> times, long time)
    {
        var at = times.BinarySearch(time);
        return at < 0 ? ~at : at;
    }
}
