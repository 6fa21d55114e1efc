using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>The latest trades of each symbol.</summary>
sealed class SimPrints
{
    const int Kept = 1_000;
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<Printed>> latest = [];

    public IReadOnlyList<Printed> Of(string symbol, int limit)
    {
        lock (gate)
        {
            return latest.TryGetValue(symbol, out var queue) ? [.. queue.TakeLast(limit)] : [];
        }
    }

    public void Keep(Printed print)
    {
        lock (gate)
        {
            if (!latest.TryGetValue(print.Symbol, out var queue))
            {
                latest[print.Symbol] = queue = new Queue<Printed>();
            }

            queue.Enqueue(print);
            if (queue.Count > Kept)
            {
                queue.Dequeue();
            }
        }
    }
}
