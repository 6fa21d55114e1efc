using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Where one book stream stands: what it told last.</summary>
sealed class DepthTape(SimDepth start, long startId)
{
    SimDepth told = start;
    long lastId = startId;

    public string Symbol { get; } = start.Symbol;

    /// <summary>The change up to this book; null where there is none.</summary>
    public DepthChange? Next(SimDepth now, long id)
    {
        if (now.UpdateId == told.UpdateId)
        {
            return null;
        }

        // Ids that begin anew show as such: the first is then below the last one told.
        var first = id > lastId ? lastId + 1 : 1;
        var change = new DepthChange(Symbol, first, id, lastId, Changes(told.Bids, now.Bids), Changes(told.Asks, now.Asks));
        (told, lastId) = (now, id);
        return change;
    }

    static List<SimLevel> Changes(IReadOnlyList<SimLevel> before, IReadOnlyList<SimLevel> after)
    {
        var old = before.ToDictionary(level => level.Price, level => level.Qty);
        var changed = after.Where(level => !old.Remove(level.Price, out var qty) || qty != level.Qty).ToList();
        return [.. changed, .. old.Keys.Select(price => new SimLevel(price, 0))];
    }
}
