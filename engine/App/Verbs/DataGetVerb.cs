using System.CommandLine;
using System.Diagnostics;
using Workbench.Data.Lake;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data get INSTRUMENT</c>: from whichever source has it into the lake.</summary>
static class DataGetVerb
{
    static readonly string[] Kinds = [.. Enum.GetNames<DataKind>().Select(name => name.ToLowerInvariant())];

    public static Command Make(Workspace workspace)
    {
        var symbol = new Argument<string>("instrument") { Description = "what to get", HelpName = "INSTRUMENT" };
        var source = new Option<string?>("--source") { Description = "only this source (default: the first that can give it; the next where it fails)", HelpName = "NAME" };
        var kind = new Option<string?>("--kind") { Description = "what to get (default: bars where --timeframe is given, else ticks)", HelpName = string.Join('|', Kinds) };
        var timeframe = new Option<string?>("--timeframe") { Description = "length of the bars, such as 1m or 1d@bid (default 1m)", HelpName = "BARS" };
        var (from, to, stores) = (CommonOptions.From(), CommonOptions.To(), new StoreOptions());
        var refresh = new Option<bool>("--refresh") { Description = "fetch what is stored once more: sources change their past" };
        var timeout = Timeout();
        from.Required = true;
        return new Command("get", "Get data from a source into the lake. Example: data get EURUSD --kind ticks --from 2019-02-04 --to 2019-02-05")
            {
                symbol, source, kind, timeframe, from, to, refresh, timeout,
            }.With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var store = workspace.OpenLake(stores.Folder(parsed));
                var request = new FetchRequest(Want(workspace, store, parsed.GetValue(symbol)!, parsed.GetValue(kind), parsed.GetValue(timeframe), parsed.GetValue(from)!, parsed.GetValue(to)))
                {
                    Source = parsed.GetValue(source),
                    Refresh = parsed.GetValue(refresh),
                };
                var again = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => ShellWord.Quoted(token.Value)));
                return Run(workspace, store, request, TimeoutOf(parsed.GetValue(timeout)), again, terminal, cancel);
            });
    }

    /// <summary>How long an answer may take.</summary>
    public static Option<string?> Timeout() => new("--timeout") { Description = "how long an answer may take in all, repeats included (default 90s)", HelpName = "SPAN" };

    /// <summary>That as a span; null for the usual one.</summary>
    public static TimeSpan? TimeoutOf(string? text) => text is null ? null
        : CommonOptions.Span("--timeout", text) is > 0 and var nanos ? TimeSpan.FromTicks(nanos / 100)
        : throw CliErrors.BadNumber("--timeout", text, "more than nothing is needed, such as 30s");

    static ExitCode Run(Workspace workspace, ParquetLake store, FetchRequest request, TimeSpan? timeout, string again, Terminal terminal, CancellationToken cancel)
    {
        var stopwatch = Stopwatch.StartNew();
        using var bar = new FetchBar(terminal);
        var room = new SourceRoom(workspace, bar.Say, timeout);
        var result = room.Fetch(request.Source, store, bar.Show).Run(request, cancel).GetAwaiter().GetResult();
        bar.Dispose();
        foreach (var warning in result.Stored.Warnings)
        {
            terminal.Warn(warning);
        }

        terminal.Result(FetchText.Sentence(result));
        var missing = result.Missing.IsEmpty ? null : RouteErrors.Missing(result.Want, result.Missing, result.Why.Select(VaultRoom.Secrets.Scrub), again);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => FetchText.Write(json, result, stopwatch.Elapsed, missing)));
        }

        // The document has said it already; people read it on stderr.
        return missing is null ? ExitCode.Ok : new Terminal(json: false, quiet: false).Fail(missing);
    }

    static DataWant Want(Workspace workspace, ParquetLake store, string symbol, string? kind, string? timeframe, string from, string? to)
    {
        var instrument = Instrument(workspace, store, symbol);
        var chosen = kind is null ? timeframe is null ? DataKind.Ticks : DataKind.Bars
            : Kinds.Contains(kind) ? Enum.Parse<DataKind>(kind, ignoreCase: true)
            : throw CliErrors.BadNumber("--kind", kind, "known are " + string.Join(", ", Kinds));
        var bars = chosen != DataKind.Bars ? default
            : BarSpec.TryParse(timeframe ?? "1m", null, out var spec) && spec.IsByTime ? spec
            : throw CliErrors.BadNumber("--timeframe", timeframe!, "a length such as 1m or 1d@bid is needed");
        var range = CommonOptions.Range(from, to);
        var now = UtcNanos.From(DateTime.UtcNow);
        return new DataWant(instrument, chosen, bars, range.To == long.MaxValue && range.From < now ? range with { To = now } : range);
    }

    /// <summary>The instrument as the lake has it, with the point it was stored with; else as the table has it.</summary>
    static Instrument Instrument(Workspace workspace, ParquetLake store, string symbol)
    {
        var listed = workspace.Instruments.TryFind(symbol)?.Symbol ?? symbol.ToUpperInvariant();
        return store.Symbols.Contains(listed) ? store.Instrument(listed) : workspace.Instruments.Find(symbol);
    }
}
