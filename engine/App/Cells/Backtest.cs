using System.Globalization;
using System.Text;
using Workbench.Core;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>
/// Backtests from a cell. They are the command line's: the same words, the same text of the script, the same folder under <c>data/runs</c> and the
/// same <c>EventLogHash</c>.
/// </summary>
public static class Backtest
{
    const double UsualTimeout = 10;

    static readonly TimeSpan ShowAfter = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan ShowEach = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a strategy over stored data. Interrupting the cell cuts the run short; what it has by then comes back, marked partial.</summary>
    /// <param name="strategy"><c>typeof(MyStrategy)</c> of a cell that holds nothing but it, or the path of a script.</param>
    /// <param name="data">What it sees, as <c>--data</c> takes it: <c>"EURUSD:ticks"</c>; several with spaces between them.</param>
    /// <param name="from">First instant; the data's first when left out.</param>
    /// <param name="to">First instant no longer wanted; open when left out.</param>
    /// <param name="set">Parameters: <c>"fast=5 slow=20"</c> or <c>new { fast = 5, slow = 20 }</c>.</param>
    /// <param name="cash">Money at the start. Default 100,000.</param>
    /// <param name="currency">Currency of the account; that of the first instrument's prices when left out.</param>
    /// <param name="feeRate">Commission as a share of notional; none when left out.</param>
    /// <param name="config">JSON file with costs, account and venue.</param>
    /// <param name="seed">Seed of the strategy's dice. Default 1.</param>
    /// <param name="lake">Folder of the data; <see cref="Lake.Folder"/> when left out.</param>
    /// <param name="eventTimeout">Longest that a handler of the strategy may take, in seconds. Default 10. One that takes longer costs the kernel.</param>
    /// <param name="acceptDataWarnings">Whether to run over data that <c>data check</c> refuses. Default no.</param>
    /// <exception cref="WorkbenchException">Whatever the command line would refuse, with the same code.</exception>
    public static async Task<Run> Run(
        Script strategy, string data, Moment? from = null, Moment? to = null, object? set = null, decimal cash = 100_000m, string? currency = null,
        decimal? feeRate = null, string? config = null, long seed = 1, string? lake = null, double eventTimeout = UsualTimeout,
        bool acceptDataWarnings = false)
    {
        var workspace = Workspace.Find();
        var text = ScriptText.Of(workspace, strategy);
        return await Run(workspace, text, Request(workspace, text, data, from, to, Settings.Of(set), cash, currency, feeRate, config, seed, lake, eventTimeout, acceptDataWarnings)).ConfigureAwait(false);
    }

    /// <summary>The command line's words for what a cell asks, and what they ask for.</summary>
    internal static BacktestRequest Request(
        Workspace workspace, ScriptText text, string data, Moment? from, Moment? to, IReadOnlyList<string> settings, decimal cash, string? currency,
        decimal? feeRate, string? config, long seed, string? lake, double eventTimeout = UsualTimeout, bool acceptDataWarnings = false)
    {
        var folder = Place.Of(workspace, lake ?? Lake.Folder);
        List<string> words = [workspace.Show(text.Path)];
        Add(words, "--data", data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Add(words, "--class", text.Class);
        Add(words, "--set", settings);
        Add(words, "--from", from?.Text);
        Add(words, "--to", to?.Text);
        Add(words, "--cash", cash == 100_000m ? null : cash.ToString(CultureInfo.InvariantCulture));
        Add(words, "--currency", currency);
        Add(words, "--fee-rate", feeRate?.ToString(CultureInfo.InvariantCulture));
        Add(words, "--config", config is null ? null : Place.Of(workspace, config));
        Add(words, "--seed", seed == 1 ? null : seed.ToString(CultureInfo.InvariantCulture));
        words.AddRange(StoreOptions.Words(workspace.Show(folder)));
        Add(words, "--event-timeout", eventTimeout.Equals(UsualTimeout) ? null : eventTimeout.ToString(CultureInfo.InvariantCulture));
        words.AddRange(acceptDataWarnings ? [DataGate.Option] : []);

        // Words name places from the project's folder, where the command line stands; a cell may stand elsewhere.
        return BacktestWords.Read(workspace, words) with { Script = text.Path, Lake = folder, TrialSource = "notebook" };
    }

    internal static async Task<Run> Run(Workspace workspace, ScriptText text, BacktestRequest request)
    {
        var cell = CellContext.CurrentOrNone;
        RunProgress? progress = null;
        var work = Task.Run(() => new App.Backtest(workspace, workspace.OpenStore(request.Lake)).Run(request, Stuck, begun => progress = begun, cell?.Interrupt ?? default));
        await Watch(work, () => progress).ConfigureAwait(false);
        var run = new Run(workspace, text, await text.Explained(work).ConfigureAwait(false));
        RunTexts.Note(run.Id, text);
        return run;
    }

    /// <summary>
    /// A handler that loops can only be stopped together with its process; the door says what was lost. The reason goes past the cell's own output,
    /// which gathers what is printed and would take it along.
    /// </summary>
    internal static void Stuck(WorkbenchException error)
    {
        using (var stderr = Console.OpenStandardError())
        {
            stderr.Write(Encoding.UTF8.GetBytes(error + "\n"));
        }

        Environment.Exit((int)error.Exit);
    }

    static async Task Watch(Task work, Func<RunProgress?> progress)
    {
        if (CellContext.CurrentOrNone is null || await Task.WhenAny(work, Task.Delay(ShowAfter)).ConfigureAwait(false) == work)
        {
            return;
        }

        var shown = Cell.Display(Words(progress()));
        while (await Task.WhenAny(work, Task.Delay(ShowEach)).ConfigureAwait(false) != work)
        {
            shown.Update(Words(progress()));
        }

        shown.Update(Words(progress()));
    }

    static string Words(RunProgress? progress) => progress is null
        ? "reading and compiling …"
        : string.Create(CultureInfo.InvariantCulture, $"{progress.Events:N0} events, at {(progress.Nanos == 0 ? "the start" : UtcNanos.ToIso(progress.Nanos))}");

    static void Add(List<string> words, string option, params IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                words.Add(option);
                words.Add(value);
            }
        }
    }
}
