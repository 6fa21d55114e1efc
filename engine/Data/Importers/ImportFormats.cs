using Workbench.Data.Conversion;
using Workbench.Data.Importers.Books;
using Workbench.Data.Importers.AlphaVantage;
using Workbench.Data.Importers.Binance;
using Workbench.Data.Importers.Csv;
using Workbench.Data.Importers.Dukascopy;
using Workbench.Data.Importers.Exports;
using Workbench.Data.Importers.Fxcm;
using Workbench.Data.Importers.Lean;
using Workbench.Data.Importers.Notices;
using Workbench.Data.Importers.Oanda;
using Workbench.Data.Importers.Tiingo;
using Workbench.Data.Importers.Yahoo;

namespace Workbench.Data.Importers;

/// <summary>All formats that can be imported, by their names on the command line.</summary>
public static class ImportFormats
{
    /// <summary>The formats, in the order in which help lists them.</summary>
    public static IReadOnlyList<ImportFormat> All { get; } =
    [
        new("dukascopy-bi5", "Dukascopy's tree of .bi5 files, or one of them: ticks, minute, hour and day candles", DukascopyBi5Importer.Open),
        new("dukascopy-json", "answers of Dukascopy's newer API: ticks and candles as differences", DukascopyJsonImporter.Open),
        new("lean", "QuantConnect's zips: ticks, bars of quotes and trades; what they hold is read from their paths", LeanImporter.Open) { CanAdjust = true },
        new("yahoo-json", "Yahoo's v8 chart answers: daily or shorter bars, raw prices", YahooJsonImporter.Open),
        new("yahoo-csv", "Yahoo's CSV of daily or shorter bars: raw prices", YahooCsvImporter.Open),
        new("alphavantage-json", "Alpha Vantage's answers: intraday and daily bars of shares and currencies, raw prices", AlphaVantageJsonImporter.Open),
        new("alphavantage-csv", "Alpha Vantage's CSV of bars, newest first, New York time", AlphaVantageCsvImporter.Open),
        new("tiingo-json", "Tiingo's prices: daily and shorter bars of shares, currencies, coins, raw prices", TiingoJsonImporter.Open),
        new("tiingo-csv", "Tiingo's prices as CSV", TiingoCsvImporter.Open),
        new("binance-json", "Binance's history: bars and prints", BinanceJsonImporter.Open),
        new("oanda-json", "OANDA's history: bars of bid and ask", OandaJsonImporter.Open),
        new("fxcm", "FXCM's minutes, a CSV of bids and one of asks stamped with the bar's close", FxcmImporter.Open),
        new("binance-capture", "lines of Binance's sockets as they were recorded: depth, prints, best prices", BinanceCaptureImporter.Open),
        new("binance-depth", "Binance's CSVs of depth: snapshots and updates by number", BinanceDepthImporter.Open),
        new("bybit-depth", "Bybit's zips of its order book: a snapshot and its changes", BybitDepthImporter.Open),
        new("tardis", "Tardis' CSVs of depth: incremental_book_L2 and book_snapshot_5 and its like", TardisImporter.Open),
        new("forexfactory-csv", "ForexFactory's week of the economic calendar", ForexFactoryCsv.Open) { NamesItself = true },
        new("oanda-forexlabs", "OANDA's Forex Labs: economic calendar, shares of long positions", OandaForexLabs.Open) { NamesItself = true },
        new("alphavantage-news", "Alpha Vantage's NEWS_SENTIMENT answers", AlphaVantageNews.Open),
        new("tiingo-news", "Tiingo's lists of news, as answers or recorded exchanges", TiingoNews.Open),
        new("csv", "any table of ticks, prints or bars, of news, a calendar or sentiment: header names or --columns, --time-format, --tz", CsvImporter.Open) { NamesItself = true },
        new("parquet", "what data export wrote, of any kind; no Parquet of others", ExportImporter.Open) { NamesItself = true },
    ];

    /// <summary>
    /// The tapes of a file or folder, unread: exactly one kind, ticks before trades before bars before depth unless the options name one;
    /// of bars one tape for each length and price, or the one that is made of them. Nothing is read but names and headers, so errors inside come from the cursors.
    /// </summary>
    /// <exception cref="WorkbenchException">The format is unknown, the path is not there, or it holds nothing of what was asked for.</exception>
    public static IReadOnlyList<Tape> Open(string format, string path, Instrument instrument, ImportOptions options) =>
        Open(Find(format), new ImportJob(path, instrument, options));

    /// <summary>The tapes of files that say themselves what they are of (<see cref="ImportFormat.NamesItself"/>).</summary>
    /// <exception cref="WorkbenchException">The same, or the files do not say.</exception>
    public static IReadOnlyList<Tape> Open(string format, string path, ImportOptions options) =>
        Open(Find(format), ImportJob.OfAny(path, options));

    /// <summary>The format of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public static ImportFormat Find(string format) => All.FirstOrDefault(known => known.Name == format)
        ?? throw ImportErrors.UnknownFormat(format, Closest.To(format, All.Select(known => known.Name)), All.Select(known => known.Name));

    static IReadOnlyList<Tape> Open(ImportFormat chosen, ImportJob job)
    {
        var (path, options) = (job.Path, job.Options);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw ImportErrors.NoSuchPath(path);
        }

        if (options.Adjust is not null && !chosen.CanAdjust)
        {
            throw ConversionErrors.CannotAdjust(chosen.Name);
        }

        var tapes = Choose(path, chosen.Open(job), options);
        return options switch
        {
            { AsTicks: { } way } => [MadeTapes.Ticks(path, tapes, way, options)],
            { AsTrades: { } way } => [MadeTapes.Trades(path, tapes, way, options)],
            _ => tapes,
        };
    }

    static List<Tape> Choose(string path, IReadOnlyList<Tape> found, ImportOptions options)
    {
        var kind = options.Kind ?? (options is { Timeframe: null, AsTicks: null, AsTrades: null } ? found.Min(tape => tape.Kind) : DataKind.Bars);
        var chosen = found.Where(tape => tape.Kind == kind && (kind != DataKind.Bars || Matches(tape.Spec, options.Timeframe))).ToList();
        if (chosen.Count == 0)
        {
            throw ImportErrors.NoSuchKind(path, Wanted(kind, options), found.Select(tape => tape.Name));
        }

        var left = found.Except(chosen).Select(tape => tape.Name).ToList();
        foreach (var tape in chosen.Where(_ => left.Count > 0))
        {
            tape.Report.Warn($"{path} also holds {string.Join(", ", left)}: import those with --kind or --timeframe.");
        }

        return chosen;
    }

    static bool Matches(BarSpec spec, BarSpec? wanted) => wanted is not { } asked
        || (asked.Unit == spec.Unit && asked.Length == spec.Length && (asked.Price == PriceSource.Mid || asked.Price == spec.Price));

    static string Wanted(DataKind kind, ImportOptions options) => kind == DataKind.Bars && options.Timeframe is { } asked
        ? $"bars of {asked}"
        : kind.ToString().ToLowerInvariant();
}
