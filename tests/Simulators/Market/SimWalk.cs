namespace Workbench.Simulators.Market;

/// <summary>
/// Moves the quotes of an exchange as a market might: a middle that wanders by ticks and is pulled back towards its start, a spread
/// that is mostly narrow, sizes that are mostly small, and trades at the touch. The steps follow from the seed alone.
/// </summary>
public sealed class SimWalk : IAsyncDisposable
{
    readonly SimExchange exchange;
    readonly Random dice;
    readonly List<(SimInstrument Instrument, long Ticks)> at;
    readonly CancellationTokenSource stop = new();
    Task loop = Task.CompletedTask;

    public SimWalk(SimExchange exchange, int seed)
    {
        this.exchange = exchange;
        dice = new Random(seed);
        at = [.. exchange.Instruments.Select(each => (each, (long)(each.StartPrice / each.TickSize)))];
    }

    /// <summary>Steps from here on by itself, so many times a second.</summary>
    public void Run(double stepsPerSecond, TimeProvider time) => loop = RunAsync(TimeSpan.FromSeconds(1 / stepsPerSecond), time);

    /// <summary>One step of every instrument.</summary>
    public void Step()
    {
        for (var index = 0; index < at.Count; index++)
        {
            var (instrument, ticks) = at[index];
            ticks = Math.Max(10, ticks + Move(instrument, ticks));
            at[index] = (instrument, ticks);
            Show(instrument, ticks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    async Task RunAsync(TimeSpan pace, TimeProvider time)
    {
        using var timer = new PeriodicTimer(pace, time);
        while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
        {
            Step();
        }
    }

    // Two steps in five stand still, a few are jumps; a hundredth of the price is about 200 ordinary steps.
    long Move(SimInstrument instrument, long ticks)
    {
        var unit = Math.Max(1, (long)(instrument.StartPrice / instrument.TickSize / 20_000));
        var home = (long)(instrument.StartPrice / instrument.TickSize);
        var way = dice.Next(10) switch { < 4 => 0, < 7 => 1, _ => -1 };
        var jump = dice.Next(50) == 0 ? dice.Next(2, 6) : 1;
        return way * unit * jump * dice.Next(1, 4) + (home - ticks) / 2_000;
    }

    void Show(SimInstrument instrument, long ticks)
    {
        var spread = dice.Next(10) switch { < 7 => 1, < 9 => 2, _ => 4 };
        var (bid, ask) = (ticks * instrument.TickSize, (ticks + spread) * instrument.TickSize);
        var (bidSize, askSize) = (Size(instrument, 1), Size(instrument, 1));
        exchange.Quote(instrument.Symbol, bid, ask, bidSize, askSize);
        if (dice.Next(3) == 0)
        {
            var sells = dice.Next(2) == 0;
            exchange.Print(instrument.Symbol, sells ? bid : ask, Math.Min(Size(instrument, 0.2), sells ? bidSize : askSize), buyerIsMaker: sells);
        }
    }

    // Many small, few large: the square of an even draw, up to twice what the instrument starts with.
    decimal Size(SimInstrument instrument, double share)
    {
        var draw = dice.NextDouble();
        return Math.Max(instrument.MinQty, instrument.FloorQty(instrument.StartSize * (decimal)(2 * draw * draw * share)));
    }
}
