using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Sessions;

/// <summary>Scripts that trade at a simulated venue: one that never rests, and one that fills the book and waits.</summary>
static class Traders
{
    /// <summary>Buys, sells, rests orders and cancels them, ten times a second.</summary>
    public static string Busy(Shell shell) => Scripts.Of(shell, """
            int step;
            public override void OnStart() => SetTimer(TimeSpan.FromMilliseconds(100), "beat");
            public override void OnTimer(string name)
            {
                var (bid, ask) = Market();
                if (bid == 0m) return;
                switch (step++ % 5)
                {
                    case 0: Buy(1_000m); break;
                    case 1: BuyLimit(500m, Instrument.RoundToTick(bid * 0.98m)); break;
                    case 2: Sell(900m); break;
                    case 3: SellLimit(300m, Instrument.RoundToTick(ask * 1.02m)); break;
                    default: CancelAll(); break;
                }
            }
        """, "busy");

    /// <summary>Buys once and rests twenty orders far below.</summary>
    public static string Resting(Shell shell) => Scripts.Of(shell, """
            public override void OnStart() => SetTimer(TimeSpan.FromMilliseconds(200), "beat");
            public override void OnTimer(string name)
            {
                var (bid, _) = Market();
                if (bid == 0m || OpenOrders.Count > 0 || Position() != 0m) return;
                for (var i = 0; i < 20; i++) BuyLimit(100m, Instrument.RoundToTick(bid * (0.95m - i * 0.001m)));
                Buy(1_000m);
            }
        """, "resting");
}
