namespace Workbench.Scripting.Tests;

/// <summary>What ordinary strategies do. None of it may raise an alarm.</summary>
public sealed class AllowedTests : IDisposable
{
    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("TargetPosition(Equity > 100m ? 1000m : 0m, tag: \"start\");")]
    [InlineData("var roll = Random.Next(6) + Random.NextDouble();")]
    [InlineData("var day = Now.Date.AddDays(1).DayOfWeek; var t = Clock.GetUtcNow(); SetTimer(Now.AddHours(1), \"later\");")]
    [InlineData("member readonly List<decimal> closes = []; public override void OnBar(in Bar bar) { closes.Add(bar.Close); var m = closes.Average(); var top = closes.Max(); }")]
    [InlineData("member readonly Queue<double> window = new(); readonly decimal[] ring = new decimal[8]; void Push(double x) { window.Enqueue(x); if (window.Count > 8) window.Dequeue(); }")]
    [InlineData("var d = new Dictionary<string, decimal> { [\"a\"] = 1m }; d[\"b\"] = 2m; if (d.TryGetValue(\"a\", out var x) && d.ContainsKey(\"b\")) d.Remove(\"a\"); var n = d.Count + d.Keys.Count; var y = d.GetValueOrDefault(\"z\");")]
    [InlineData("var h = new HashSet<long>(); if (h.Add(5)) Buy(1m); var b = h.Contains(6) && h != null;")]
    [InlineData("var d = new SortedDictionary<string, int>(StringComparer.Ordinal); foreach (var (k, v) in d) { var t = k + v; }")]
    [InlineData("var s = $\"bar {5} {Instrument.Symbol}\"; var t = Invariant($\"at {1.5m:F2}\"); var u = string.Create(CultureInfo.InvariantCulture, $\"{1.5}\");")]
    [InlineData("var s = 1.5m.ToString(CultureInfo.InvariantCulture) + 5 + 'c' + true + Side.Buy; var x = decimal.Parse(\"1.5\", CultureInfo.InvariantCulture); var n = 12.ToString();")]
    [InlineData("var x = Math.Max(1, 2) + Math.Round(1.5m, MidpointRounding.AwayFromZero) + (decimal)Math.Sqrt(2.0) + (decimal)Math.Log(2.0);")]
    [InlineData("var best = OpenOrders.Where(o => o.Side == Side.Buy).OrderBy(o => o.Price).ThenBy(o => o.ClientOrderId).FirstOrDefault(); if (best is { LeavesQty: > 0m }) Cancel(best);")]
    [InlineData("var g = Instruments.GroupBy(i => i.QuoteCurrency).Select(g => (g.Key, g.Count())).ToDictionary(p => p.Key, p => p.Item2);")]
    [InlineData("member enum State { Flat, Long } State state; record struct Level(decimal Price, int Touches); readonly List<Level> levels = []; void Mark(decimal p) { levels.Add(new(p, 1)); levels[0] = levels[0] with { Touches = 2 }; state = State.Long; }")]
    [InlineData("member const int Most = 5; static readonly TimeSpan Open = new(8, 0, 0); static readonly string Name = \"x\"; static readonly BarSpec Slow = Bars.Hours(1); static decimal Half(decimal x) => x / 2m; public override void OnStart() => Subscribe(Slow);")]
    [InlineData("try { Buy(1m); } catch (InvalidOperationException e) when (e.Message.Length > 0) { throw new ArgumentException(\"no\", nameof(Position), e); }")]
    [InlineData("IEnumerable<int> Each() { yield return 1; } foreach (var x in Each().Zip([1, 2]).Reverse()) { } Span<int> s = stackalloc int[4]; s[0] = 1; s.Sort();")]
    [InlineData("member [Parameter(1, 10, 1, Description = \"how many\")] public int Count { get; init; } = 3; [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(5); [Parameter] public DateTime Start { get; init; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);")]
    [InlineData("var word = nameof(DateTime.Now); var b = \"EURUSD\".StartsWith(\"EUR\", StringComparison.Ordinal) && \"abc\".Contains(\"b\") && \"a\" == \"b\"; var up = \"a\".ToUpperInvariant(); var i = \"a.b\".IndexOf('.'); var p = \"a,b\".Split(',');")]
    [InlineData("var text = new System.Text.StringBuilder().Append(5).Append(\"x\").Append(CultureInfo.InvariantCulture, $\"{1.5m}\").ToString();")]
    [InlineData("member event Action? Crossed; Func<decimal, decimal> twice = x => x * 2m; void Use() { Crossed += () => Buy(1m); Crossed?.Invoke(); var y = twice(2m); }")]
    [InlineData("unchecked { int h = 17; h = h * 31 + 5; } var big = System.Numerics.BigInteger.Pow(2, 70); var q = new PriorityQueue<string, decimal>(); q.Enqueue(\"a\", 1m);")]
    [InlineData("var sorted = new SortedSet<int>(new HashSet<int> { 3, 1 }); var h = new HashSet<int>(); h.UnionWith(h); foreach (var x in sorted) { }")]
    [InlineData("object? o = 5; var t = o switch { int n when n > 3 => \"big\", null => \"none\", _ => o.ToString() }; if (o.Equals(5)) { } var eq = ReferenceEquals(o, this);")]
    [InlineData("member public override void OnExecution(Order order, in ExecutionReport report) { if (order.Status == OrdStatus.Filled && order.Tag == \"entry\") SellStop(order.CumQty, Instrument.RoundToTick(order.AvgPx - 10 * Instrument.PipSize), tag: \"stop\"); }")]
    [InlineData("member public override void OnStart() { Subscribe(Bars.Volume(50_000m)); Subscribe(Bars.Renko(10).Of(PriceSource.Bid)); } public override void OnSession(in SessionEvent session) { if (session is { IsOpening: true, Kind: SessionKind.Regular } && session.Close - session.Open < TimeSpan.FromHours(5)) CancelAll(); }")]
    public void An_ordinary_strategy_passes(string snippet)
    {
        using var script = folder.Load(Snippets.Script(snippet));
        Assert.NotNull(script.Create());
    }
}
