using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workbench.Data.Actions;
using Workbench.Data.Conversion;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data import PATH</c>: a vendor's files into the lake; all of them or nothing.</summary>
static class DataImportVerb
{
    public static Command Make(Workspace workspace)
    {
        var path = new Argument<string>("path") { Description = "file or folder", HelpName = "PATH" };
        var instrument = new Option<string?>("--instrument") { Description = "what the data are of; a calendar may go without, and then all its currencies are taken", HelpName = "SYMBOL" };
        var format = new Option<string>("--format") { Description = string.Join("; ", ImportFormats.All.Select(known => $"{known.Name} ({known.Summary})")), HelpName = "FORMAT", Required = true };
        var kind = new Option<string?>("--kind") { Description = "ticks, trades, depth, bars, news, calendar or sentiment, where the files hold several", HelpName = "KIND" };
        var timeframe = new Option<string?>("--timeframe") { Description = "length of the bars, such as 1m or 1d@bid", HelpName = "BARS" };
        var columns = new Option<string?>("--columns") { Description = "csv: time=Date,bid=Bid,ask=Ask or by number, time=1,bid=2,ask=3 (default: by header)", HelpName = "NAMES" };
        var timeFormat = new Option<string?>("--time-format") { Description = "csv: spelling of times, such as yyyyMMdd HHmmssfff or unix-ms (default: found out)", HelpName = "FORMAT" };
        var zone = new Option<string?>("--tz") { Description = "time zone of times that carry none (default: the format's own, else UTC)", HelpName = "ZONE" };
        var stamp = new Option<string?>("--stamp") { Description = "whether a bar's time is its open or its close", HelpName = "open|close" };
        var crossed = CommonOptions.Share("--max-crossed", "largest bearable share of quotes with bid above ask", new ImportOptions().MaxCrossedShare);
        var rejected = CommonOptions.Share("--max-rejected", "largest bearable share of rows that make no sense", new ImportOptions().MaxRejectedShare);
        var backwards = CommonOptions.Share("--max-backwards", "largest bearable share of events earlier than the one before", new ImportOptions().MaxBackwardsShare);
        var lead = new Option<string?>("--announce-lead") { Description = "how long before its release a forecast of the calendar is told, at most 7d (default 1d)", HelpName = "SPAN" };
        var round = new Option<bool>("--round-prices") { Description = "round prices finer than the instrument's point instead of refusing them" };
        var regular = new Option<bool>("--regular-hours") { Description = "leave out what lies outside the session of the instrument's calendar" };
        var adjust = new Option<string?>("--adjust") { Description = "lean: file of factors that make prices comparable over splits and dividends", HelpName = "FILE" };
        var asTicks = new Option<string?>("--as-ticks") { Description = "make ticks of bid and ask bars, or of trade bars: their close alone, or open, high, low, close", HelpName = "close|ohlc" };
        var asTrades = new Option<string?>("--as-trades") { Description = "make prints of trade bars in the same way", HelpName = "close|ohlc" };
        var point = CommonOptions.Decimal("--point", "point size, where the instrument table has none or another");
        var venue = new Option<string?>("--venue") { Description = "where it trades" };
        var bought = new Option<string?>("--base") { Description = "what one buys", HelpName = "CODE" };
        var quote = new Option<string?>("--quote") { Description = "what one pays in", HelpName = "CODE" };
        var calendar = new Option<string?>("--calendar") { Description = "session calendar", HelpName = "NAME" };
        var stores = new StoreOptions();

        return new Command("import", "Put a vendor's files into the lake. Example: data import ticks/ --instrument GBPJPY --format dukascopy-bi5")
            {
                path, instrument, format, kind, timeframe, columns, timeFormat, zone, stamp, crossed, rejected, backwards, round,
                regular, adjust, asTicks, asTrades, lead,
                point, venue, bought, quote, calendar,
            }
            .With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var what = What(workspace, parsed.GetValue(instrument), parsed.GetValue(format)!, new InstrumentOverrides
                {
                    Point = parsed.GetValue(point),
                    Venue = parsed.GetValue(venue),
                    Base = parsed.GetValue(bought)?.ToUpperInvariant(),
                    Quote = parsed.GetValue(quote)?.ToUpperInvariant(),
                    Calendar = parsed.GetValue(calendar),
                });
                var options = new ImportOptions
                {
                    Kind = parsed.GetValue(kind) is { } named ? One<DataKind>("--kind", named) : null,
                    Timeframe = parsed.GetValue(timeframe) is { } length ? Bars(length) : null,
                    Columns = parsed.GetValue(columns),
                    TimeFormat = parsed.GetValue(timeFormat),
                    TimeZone = parsed.GetValue(zone),
                    Stamp = parsed.GetValue(stamp) is { } edge ? One<BarStamp>("--stamp", edge) : null,
                    MaxCrossedShare = parsed.GetValue(crossed),
                    MaxRejectedShare = parsed.GetValue(rejected),
                    MaxBackwardsShare = parsed.GetValue(backwards),
                    RoundPrices = parsed.GetValue(round),
                    AnnounceLead = parsed.GetValue(lead) is { } span ? Lead(span) : new ImportOptions().AnnounceLead,
                    RegularHours = parsed.GetValue(regular),
                    Adjust = parsed.GetValue(adjust),
                    AsTicks = parsed.GetValue(asTicks) is { } tickPath ? One<BarPath>("--as-ticks", tickPath) : null,
                    AsTrades = parsed.GetValue(asTrades) is { } tradePath ? One<BarPath>("--as-trades", tradePath) : null,
                };
                if (parsed.GetValue(format) == JournalImport.Format)
                {
                    return JournalImport.Run(workspace, parsed.GetValue(path)!, what ?? throw CliErrors.NoInstrument(), stores.Place(parsed), terminal);
                }

                var tapes = what is null
                    ? ImportFormats.Open(parsed.GetValue(format)!, parsed.GetValue(path)!, options)
                    : ImportFormats.Open(parsed.GetValue(format)!, parsed.GetValue(path)!, what, options);
                var opened = workspace.OpenStore(stores.Place(parsed));
                return Import(tapes, opened, () => what is not null ? VendorActions.Take(opened, what.Symbol, parsed.GetValue(format)!, parsed.GetValue(path)!) : 0, terminal, cancel);
            });
    }

    /// <summary>What the data are of; null where the files say so themselves. A currency has a calendar and is nothing that the house trades.</summary>
    static Instrument? What(Workspace workspace, string? symbol, string format, InstrumentOverrides said)
    {
        var namesItself = format != JournalImport.Format && ImportFormats.Find(format).NamesItself;
        return symbol is null ? namesItself ? null : throw CliErrors.NoInstrument()
            : namesItself && symbol is { Length: 3 } && symbol.All(char.IsAsciiLetter) && said is { Point: null, Quote: null } && workspace.Instruments.TryFind(symbol) is null ? Instrument.OfCurrency(symbol.ToUpperInvariant())
            : workspace.Instruments.Find(symbol, said);
    }

    /// <summary>Writes the tapes, then the dividends and splits that came with them; what is said of the tapes is said when those are known.</summary>
    static ExitCode Import(IReadOnlyList<Tape> tapes, IMarketStore store, Func<int> takeActions, Terminal terminal, CancellationToken cancel)
    {
        var stopwatch = Stopwatch.StartNew();
        foreach (var tape in tapes)
        {
            using (tape)
            {
                WriteAny(store, tape, terminal, cancel);
            }

            foreach (var warning in tape.Report.Warnings)
            {
                terminal.Warn(warning);
            }
        }

        var days = takeActions();
        foreach (var tape in tapes)
        {
            terminal.Result(Sentence(tape) + (Checked(store, tape) is { } known ? QualityText.Said(known) : ""));
        }

        if (days > 0)
        {
            terminal.Result(FormattableString.Invariant($"{tapes[0].Instrument.Symbol} dividends and splits: {days} days"));
        }

        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => Write(json, store, tapes, stopwatch.Elapsed)));
        }

        return ExitCode.Ok;
    }

    /// <summary>An empty answer is an answer: a market was closed, a range held nothing. It stores nothing and refuses nothing.</summary>
    static void WriteAny(IMarketStore store, Tape tape, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            AnyTape.Write(store, tape.Cursor, tape.Spec, tape.Source, new Watch(() => tape.Report.Count, terminal, cancel));
        }
        catch (WorkbenchException nothing) when (StoreErrors.WasEmpty(nothing) && tape.Report is { Count: 0, Rejected: 0 })
        {
            terminal.Warn("the range is empty; the lake is as it was");
        }
    }

    static string Sentence(Tape tape)
    {
        var report = tape.Report;
        if (report.Count == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{tape.Instrument.Symbol} {tape.Name}: nothing in {report.Files:N0} files, {report.Empty:N0} of them empty");
        }

        var text = string.Create(CultureInfo.InvariantCulture,
            $"{tape.Instrument.Symbol} {tape.Name}: {report.Count:N0} from {report.Files:N0} files, {report.Files - report.Empty:N0} with data and {report.Empty:N0} empty, {UtcNanos.ToIso(report.From)} to {UtcNanos.ToIso(report.To)}");
        return report switch
        {
            { Rejected: > 0 } => text + string.Create(CultureInfo.InvariantCulture, $"; left out {report.Rejected:N0} ({string.Join(", ", report.Rejections.Select(each => $"{each.Count}× {each.Reason}"))})"),
            { Crossed: > 0 } or { Locked: > 0 } => text + string.Create(CultureInfo.InvariantCulture, $"; {report.Crossed:N0} crossed, {report.Locked:N0} locked"),
            _ => text,
        };
    }

    static void Write(Utf8JsonWriter json, IMarketStore store, IReadOnlyList<Tape> tapes, TimeSpan elapsed)
    {
        json.WriteStartObject();
        Write(json, store, tapes[0]);
        json.WriteNumber("wallSeconds", Math.Round(elapsed.TotalSeconds, 3));
        if (tapes.Count > 1)
        {
            json.WriteStartArray("also");
            foreach (var tape in tapes.Skip(1))
            {
                json.WriteStartObject();
                Write(json, store, tape);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>What the check said that each write makes, of the days that came in.</summary>
    static (DataQuality Quality, string Note)? Checked(IMarketStore store, Tape tape) =>
        tape.Report.Count > 0 && tape.Kind is DataKind.Ticks or DataKind.Trades or DataKind.Bars ? store.Known(tape.Instrument, tape.Kind, tape.Spec, new TimeRange(tape.Report.From, tape.Report.To + 1)) : null;

    static void Write(Utf8JsonWriter json, IMarketStore store, Tape tape)
    {
        var report = tape.Report;
        json.WriteString("instrument", tape.Instrument.Symbol);
        json.WriteString("kind", tape.Name);
        json.WriteNumber("count", report.Count);
        json.WriteString("from", report.Count == 0 ? null : UtcNanos.ToIso(report.From));
        json.WriteString("to", report.Count == 0 ? null : UtcNanos.ToIso(report.To));
        json.WriteNumber("files", report.Files);
        json.WriteNumber("empty", report.Empty);
        json.WriteNumber("rejected", report.Rejected);
        json.WriteNumber("crossed", report.Crossed);
        json.WriteNumber("locked", report.Locked);
        json.WriteString("quality", Checked(store, tape)?.Quality.ToString().ToLowerInvariant());
        json.WriteStartArray("rejections");
        foreach (var rejection in report.Rejections)
        {
            json.WriteStartObject();
            json.WriteString("reason", rejection.Reason);
            json.WriteNumber("count", rejection.Count);
            json.WriteString("first", rejection.FirstPlace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in report.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
    }

    static T One<T>(string option, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && char.IsAsciiLetter(text[0])
            ? value
            : throw CliErrors.BadNumber(option, text, "known are " + string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant());

    static long Lead(string text) => CommonOptions.Span("--announce-lead", text) is var lead && lead <= CalendarEntry.LongestLead
        ? lead
        : throw CliErrors.BadNumber("--announce-lead", text, "a release is announced at most 7d before it");

    static BarSpec Bars(string text) => BarSpec.TryParse(text, null, out var spec) && spec.IsByTime
        ? spec
        : throw CliErrors.BadNumber("--timeframe", text, "a length such as 1m or 1d@bid is needed");
}
