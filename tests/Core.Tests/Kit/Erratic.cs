namespace Workbench.Core.Tests.Kit;

/// <summary>
/// A trader without a plan: at each bar, timer and report it may send, cancel and reverse, by dice alone. All that it decides
/// comes of the run's seed and of what it is shown, so two runs that show the same make the same orders.
/// </summary>
static class Erratic
{
    public static Scripted Unseeing(int seed, params Instrument[] traded)
    {
        var mind = new Mind(seed, traded);
        return new Scripted { Started = mind.Start, Barred = mind.Bar, Timed = mind.Time, Executed = mind.Execution };
    }

    /// <summary>The same trader with a handler for ticks that does nothing, or what the test says.</summary>
    public static TickScripted Seeing(int seed, Action<Scripted, Tick>? ticked = null, params Instrument[] traded)
    {
        var mind = new Mind(seed, traded);
        return new TickScripted
        {
            Started = mind.Start, Barred = mind.Bar, Timed = mind.Time, Executed = mind.Execution, Ticked = ticked ?? ((_, _) => { }),
        };
    }

    sealed class Mind(int seed, Instrument[] traded)
    {
        readonly SeededRandom dice = new(seed);

        public void Start(Scripted self)
        {
            foreach (var instrument in traded)
            {
                self.Subscribe(Bars.Minutes(dice.Next(2) == 0 ? 1 : 5), instrument);
                self.Subscribe(Bars.Hours(1).Of(PriceSource.Bid), instrument);
            }

            self.SetTimer(TimeSpan.FromMinutes(dice.Next(3, 90)), "every");
        }

        public void Bar(Scripted self, Bar bar) => Act(self, bar.Instrument);

        public void Time(Scripted self, string name)
        {
            Act(self, traded[dice.Next(traded.Length)]);
            if (name == "every" && dice.Next(3) == 0)
            {
                self.SetTimer(self.Now.AddSeconds(dice.Next(1, 4000)), "once");
            }
        }

        public void Execution(Scripted self, Order order, ExecutionReport report)
        {
            if (report.ExecType == ExecType.Trade && dice.Next(4) == 0)
            {
                Act(self, order.Instrument);
            }
        }

        void Act(Scripted self, Instrument instrument)
        {
            var (bid, ask) = self.Market(instrument);
            if (bid == 0m)
            {
                return;
            }

            var qty = 1000m * dice.Next(1, 20);
            var away = instrument.TickSize * dice.Next(-3, 60);
            switch (dice.Next(14))
            {
                case 0:
                    self.TargetPosition(qty, instrument, "long");
                    break;
                case 1:
                    self.TargetPosition(-qty, instrument, "short");
                    break;
                case 2:
                    self.TargetPosition(0m, instrument, "flat");
                    break;
                case 3:
                    self.BuyLimit(qty, bid - away, instrument, "dip");
                    break;
                case 4:
                    self.SellLimit(qty, ask + away, instrument, "peak");
                    break;
                case 5:
                    self.BuyStop(qty, ask + away, instrument, "up");
                    break;
                case 6:
                    self.SellStop(qty, bid - away, instrument, "down");
                    break;
                case 7 when self.OpenOrders.Count > 0:
                    self.Cancel(self.OpenOrders[dice.Next(self.OpenOrders.Count)]);
                    break;
                case 8 when self.OpenOrders.Count > 6:
                    self.CancelAll(dice.Next(2) == 0 ? instrument : null);
                    break;
                default:
                    break;
            }
        }
    }
}
