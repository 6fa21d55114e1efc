using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Update ids of books as the venue tells them; on demand they begin anew, as after a restart of its matching engine.</summary>
sealed class BookSequence
{
    readonly Lock gate = new();
    readonly Dictionary<string, long> lastSeen = [];
    readonly Dictionary<string, long> shift = [];

    public BookSequence(Faults faults) => faults.Armed += fault =>
    {
        if (fault.Kind == FaultKind.BookReset)
        {
            Reset();
        }
    };

    public long Id(string symbol, long updateId)
    {
        lock (gate)
        {
            lastSeen[symbol] = Math.Max(updateId, lastSeen.GetValueOrDefault(symbol));
            return updateId - shift.GetValueOrDefault(symbol);
        }
    }

    public long Id(SimDepth depth) => Id(depth.Symbol, depth.UpdateId);

    void Reset()
    {
        lock (gate)
        {
            foreach (var (symbol, id) in lastSeen)
            {
                shift[symbol] = id - 1;
            }
        }
    }
}
