using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Promotions;

/// <summary>A project with 17 hours of generated EURUSD ticks, a script in it, and its ledger.</summary>
sealed class Ladder(Shell shell) : IDisposable
{
    /// <summary>Half of the day; the rest is out of sample.</summary>
    public static readonly TimeRange Morning = Hours(0, 9);

    /// <summary>Limits as a promotion to live wants them.</summary>
    public const string Limits = """{"commission":{"default":{"rate":0.00001}},"latency":"constant 20ms","risk":{"dailyLoss":0.5,"each":{"position":1000000}}}""";

    /// <summary>The project.</summary>
    public Workspace Workspace { get; } = Workspace.At(shell.Path("home"));

    /// <summary>Its shell.</summary>
    public Shell Shell => shell;

    /// <summary>A copy of the script with two averages, which a test may change.</summary>
    public string Script { get; } = shell.Write("home/cross.csx", File.ReadAllText(Scripts.SmaCross));

    /// <summary>What the ledger holds.</summary>
    public PromotionBook Book => new Ledger(Workspace, Untold).Read();

    /// <summary>A stretch of the day.</summary>
    public static TimeRange Hours(double from, double to) => new(Midnight + (long)(from * UtcNanos.Hour), Midnight + (long)(to * UtcNanos.Hour));

    static long Midnight => UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>What a backtest of the script would be asked for.</summary>
    public BacktestRequest Request(TimeRange range, params string[] settings) => new()
    {
        Script = Script, Data = [DataRequest.Parse("EURUSD:ticks")], Lake = Workspace.Lake, Range = range, Settings = settings, Command = "./run.sh backtest again",
    };

    /// <summary>The same with a configuration.</summary>
    public BacktestRequest WithConfig(BacktestRequest request, string text)
    {
        var path = shell.Write("home/config.json", text);
        return request with { ConfigPath = path, Costs = CostConfig.Of(path, request.FeeRate) };
    }

    /// <summary>Runs it.</summary>
    /// <returns>Name of the run.</returns>
    public string Run(BacktestRequest request, CancellationToken cancel = default) =>
        new Backtest(Workspace, Workspace.OpenLake(null)).Run(request, Stuck, null, cancel).Document.Identity.RunId;

    /// <summary>Tries to promote a run to paper; ten trades do.</summary>
    public PromotionResult Paper(string run, PaperOptions? options = null) => Promoter().Try(run, options ?? Few, CancellationToken.None);

    /// <summary>Tries to promote to live.</summary>
    public PromotionResult Live(string promotion, LiveOptions options) => Promoter().Try(promotion, options, CancellationToken.None);

    /// <summary>Ten trades do, and one cut.</summary>
    public static PaperOptions Few { get; } = new() { MinTrades = 10, Cuts = 1 };

    public void Dispose() => shell.Dispose();

    Promoter Promoter() => new(Workspace, _ => { }, Untold, Stuck);

    static void Untold(string text) => throw new InvalidOperationException(text);

    static void Stuck(WorkbenchException error) => throw error;
}
