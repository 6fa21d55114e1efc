namespace Workbench.App;

/// <summary>One thing whose speed is known: a script over a tape that anybody can make again.</summary>
/// <param name="Name">Its short name, by which results are compared over the years.</param>
/// <param name="Title">What it does.</param>
/// <param name="Tape">What the script sees.</param>
/// <param name="Script">The script, relative to the project's folder.</param>
/// <param name="Floor">The same arithmetic as a bare loop; null where there is none to compare with.</param>
/// <param name="Wanted">What we want of it, in words.</param>
/// <param name="Peers">What others need for it, in words.</param>
sealed record Workload(string Name, string Title, BenchTape Tape, string Script, Func<Decoded, long>? Floor, string Wanted, string Peers)
{
    const string Watch = "tests/Benchmarks/sma-watch.csx";
    const string Cross = "strategies/sma-cross.csx";

    /// <summary>All that is measured, in the order of the table.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", "5,000,000 ticks, two averages of the mid per tick, no orders", BenchTape.Ticks, Watch, Floors.TickAverages,
            "≥ 30 M ticks/s, 0 bytes/tick, ≤ 150 MB", "LEAN 254–289 k ticks/s, 229 MB, 4.2 KB/tick"),
        new("W2", "the same ticks to 1-minute bars, averages cross on bars", BenchTape.Ticks, Cross, Floors.MinuteCross,
            "≥ 30 M ticks/s", "LEAN 296–359 k/s"),
        new("W3", "the same ticks, averages cross per tick", BenchTape.Ticks, Cross, Floors.TickCross,
            "≤ 0.8 s and ≤ 300 MB in all", "LEAN 39.5 s and 2.96 GB in all") { Settings = ["timeframe=tick"] },
        new("W4", "1,000,000 1-minute bars, averages cross, filled at the next open", BenchTape.Bars, Cross, Floors.BarCross,
            "≤ 0.5 s and ≤ 200 MB in all", "backtesting.py 7.5–12.4 s, vectorbt 9.6 s, backtrader 63–71 s"),
        new("W5", "real GBPJPY ticks: 600 .bi5 files to Parquet, then W1's script", BenchTape.Vendor, Watch, Floors.TickAverages,
            "import ≤ 3 s, files ≤ 1.2× the .bi5, replay as W1", "–"),
        new("W6", "sweep: 1,000 variants of W2's script over W5's ticks, and 20 that trade on ticks; tick·variants as events", BenchTape.Vendor, Cross, null,
            "≥ 200 M tick·variants/s on 2 cores, ≥ 40 M on ticks, ≤ 500 MB", "LEAN 1.28 s to start each variant") { Step = "sweep" },
        new("W7", "100,000,000 ticks through W1's script", BenchTape.ManyTicks, Watch, null,
            "W1's ticks/s within 10 %, memory flat", "memory grows with data"),
        new("W8", "start-up: an empty backtest as a whole process", BenchTape.Moment, "tests/Benchmarks/empty.csx", null,
            "≤ 0.25 s, not cached ≤ 1.8 s", "LEAN 1.28 s, 201 MB"),
        new("W9", "live: tick in at the Door to order out at the broker's port, journal on; 1,000,000 ticks, an order at each 200th", BenchTape.Ticks, "tests/Benchmarks/live-door.csx", null,
            "p50 ≤ 10 µs, p99 ≤ 100 µs", "–") { Step = "live" },
        new("W10", "notebook: kernel ready, first backtest in a cell over a day of the ticks, later cells", BenchTape.Day, Cross, null,
            "ready ≤ 1.5 s, first backtest ≤ 1 s more, later cells ≤ 60 ms over the work itself", "–") { Step = "notebook" },
        new("W13", "order book: decoded rows of six minutes of USD-M BTCUSDT to valid books, 20 times over", BenchTape.Book, "", null,
            "≥ 1 M changes/s", "–") { Step = "book" },
        new("W11", "the first tick of ten years, 300,000,000 ticks in 120 months: lake opened, range described, first batch decoded", BenchTape.Years, Watch, null,
            "≤ 0.2 s to the first tick", "–") { Step = "open", OnlyWhenNamed = true },
        new("W12", "W1's 5,000,000 ticks from the lake into PostgreSQL by COPY, checked and hashed, on a server of its own with fsync on", BenchTape.Ticks, Watch, null,
            "≥ 300 k ticks/s", "–") { Step = "copy", OnlyWhenNamed = true },
        new("W14", "data check of W7's 100,000,000 ticks", BenchTape.ManyTicks, Watch, null,
            "≥ 20 M ticks/s, memory flat", "–") { Step = "check", OnlyWhenNamed = true },
    ];

    /// <summary>What its processes do: a backtest, or another thing that tells its own figures.</summary>
    public string Step { get; init; } = "run";

    /// <summary>Whether it is left out unless it is asked for by name: its tape takes minutes to make.</summary>
    public bool OnlyWhenNamed { get; init; }

    /// <summary>Parameters of the script, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The workload of that name.</summary>
    public static Workload Find(string name) =>
        All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw CliErrors.UnknownWorkload(name, All.Select(known => known.Name));
}
