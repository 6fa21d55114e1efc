using System.Globalization;

namespace Workbench.Data.Importers;

/// <summary>What can be wrong with an instrument (WB20xx) or a vendor's file (WB23xx to WB25xx), in words for people.</summary>
static class ImportErrors
{
    const string Nothing = "WB2303";

    /// <summary>Whether a file was refused because nothing is in it.</summary>
    public static bool WasNothing(WorkbenchException refusal) => refusal.Code == Nothing;

    public static WorkbenchException UnknownInstrument(string symbol, string? meant) => new("WB2001", ExitCode.NotFound,
        $"Nobody knows the instrument '{symbol}'." + (meant is null ? "" : $" Did you mean {meant}?"),
        $"--point 0.01 --quote USD for an instrument of your own, or add it to data/instruments.json: [{{\"symbol\":\"{symbol.ToUpperInvariant()}\",\"class\":\"equity\",\"quote\":\"USD\",\"point\":0.01}}]");

    public static WorkbenchException NoPointSize(string symbol) => new("WB2002", ExitCode.Data,
        $"The instrument {symbol} has no point size, so its prices mean nothing.", "the same with --point 0.00001 (or what its vendor says), or write \"point\" into data/instruments.json");

    public static WorkbenchException BadPointSize(string symbol, decimal point) => new("WB2003", ExitCode.Usage,
        string.Create(CultureInfo.InvariantCulture, $"A point size of {point} for {symbol} does not work: it is above 0 and has at most 9 decimals."), "the same with --point 0.001");

    public static WorkbenchException NoQuoteCurrency(string symbol) => new("WB2004", ExitCode.Usage,
        $"The instrument {symbol} has no quote currency, so its profits have none either.", "the same with --quote USD");

    public static WorkbenchException BadInstrumentFile(string file, string cause) => new("WB2005", ExitCode.Data,
        $"{file} is no table of instruments: {cause}", "a list like [{\"symbol\":\"SPY\",\"class\":\"equity\",\"quote\":\"USD\",\"point\":0.01}]");

    public static WorkbenchException UnknownCalendar(string name, string? meant, IEnumerable<string> names) => new("WB2006", ExitCode.Usage,
        $"There is no calendar '{name}'." + (meant is null ? "" : $" Did you mean {meant}?") + $" There are: {string.Join(", ", names)}.");

    public static WorkbenchException BadSymbol(string symbol) => new("WB2007", ExitCode.Usage,
        $"'{symbol}' is no symbol: letters, digits and . - _ = ^ are, at most 32 of them.");

    public static WorkbenchException NoInstrument() => new("WB2310", ExitCode.Usage,
        "Nothing says what the data are of.", "the same with --instrument EURUSD");

    public static WorkbenchException UnknownFormat(string name, string? meant, IEnumerable<string> names) => new("WB2301", ExitCode.Usage,
        $"There is no import format '{name}'." + (meant is null ? "" : $" Did you mean {meant}?") + $" There are: {string.Join(", ", names)}.");

    public static WorkbenchException NoSuchPath(string path) => new("WB2302", ExitCode.NotFound, $"{path} is not there.");

    public static WorkbenchException NothingToImport(string path, string format, string expected) => new(Nothing, ExitCode.Data,
        $"{path} holds nothing of the format {format}: {expected}.", "./run.sh data import --help");

    public static WorkbenchException NoSuchKind(string path, string wanted, IEnumerable<string> found) => new("WB2304", ExitCode.Data,
        $"{path} holds no {wanted}; it holds {string.Join(", ", found)}.", $"the same with --kind or --timeframe for one of those");

    public static WorkbenchException TimeBackwards(string place, long last, long time) => new("WB2305", ExitCode.Data,
        $"Time goes backwards at {place}: {UtcNanos.ToIso(time)} after {UtcNanos.ToIso(last)}.", "the same with --max-backwards 0.01 to leave out up to 1 % of such rows");

    public static WorkbenchException TooDirty(long bad, long seen, string what, decimal share, string option) => new("WB2306", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{bad} of {seen} events {what}: more than the {share * 100m:0.##} % that are borne."),
        string.Create(CultureInfo.InvariantCulture, $"the same with --{option} {Math.Min(1m, Math.Ceiling(1000m * bad / Math.Max(1, seen)) / 1000m):0.###} if you know why"));

    public static WorkbenchException OtherInstrument(string path, string found, string asked) => new("WB2307", ExitCode.Usage,
        $"{path} holds {found}, not {asked}.", $"the same with --instrument {found}");

    public static WorkbenchException SeveralInstruments(string path, IEnumerable<string> found) => new("WB2308", ExitCode.Usage,
        $"{path} holds several instruments: {string.Join(", ", found.Take(10))}.", "the folder of one of them, with --instrument");

    public static WorkbenchException UnknownTimeZone(string name, string? meant) => new("WB2309", ExitCode.Usage,
        $"There is no time zone '{name}'." + (meant is null ? "" : $" Did you mean {meant}?"), "--tz America/New_York, --tz UTC-5 or --tz UTC");

    public static WorkbenchException BadBi5(string file, string reason, long offset) => new("WB2401", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} {reason} (byte {offset})."), "the same after fetching that file again");

    public static WorkbenchException BadBi5Length(string file, int length, int record) => new("WB2402", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} expands to {length} bytes, which is no multiple of {record} (broken at byte {length / record * record})."), "the same after fetching that file again");

    public static WorkbenchException BadBi5Record(string file, int record, string reason) => new("WB2403", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} record {record} {reason}."), "the same after fetching that file again");

    public static WorkbenchException NoBi5Time(string file) => new("WB2404", ExitCode.Usage,
        $"{file} does not tell its time: the path must end like GBPJPY/2012/11/02/22h_ticks.bi5 (months count from 00) or 2019/01/04/BID_candles_min_1.bi5.");

    public static WorkbenchException LineTooLong(string file, long row, int limit) => new("WB2501", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row} is longer than {limit} bytes: this is no text file."));

    public static WorkbenchException BadRow(string file, long row, string text, string reason) => new("WB2502", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row} {reason}: {text}"));

    public static WorkbenchException BadNumber(string file, long row, string text, string cell, string what) => new("WB2503", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{cell}' is no {what}: {text}"));

    public static WorkbenchException TooManyDecimals(string file, long row, string cell, Instrument instrument) => new("WB2504", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: the price {cell} is finer than {instrument.Symbol}'s point size of {instrument.FromRaw(1)}."),
        $"the same with a finer --point, or with --round-prices to round such prices");

    public static WorkbenchException BadTime(string file, long row, string text, string cell, string format) => new("WB2505", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{cell}' is no time of the format {format}: {text}"), "the same with --time-format, such as --time-format \"dd.MM.yyyy HH:mm:ss\" or unix-ms");

    public static WorkbenchException UnclearTime(string file, string cell) => new("WB2506", ExitCode.Data,
        $"{file}: it is not clear how the time '{cell}' is written.", "the same with --time-format, such as --time-format \"dd/MM/yyyy HH:mm:ss\" or unix-ms");

    public static WorkbenchException MissingColumn(string file, string wanted, IEnumerable<string> found, string? meant) => new("WB2507", ExitCode.Data,
        $"{file} has no column for {wanted}." + (meant is null ? "" : $" Did you mean {meant}?") + $" It has: {string.Join(", ", found)}.",
        "the same with --columns time=NAME,bid=NAME,ask=NAME (or numbers from 1)");

    public static WorkbenchException BadColumns(string text, string part) => new("WB2508", ExitCode.Usage,
        $"'{part}' in --columns {text} is not understood: it is ROLE=NAME or ROLE=NUMBER, where a role is time, date, bid, ask, bidsize, asksize, price, size, side, open, high, low, close or volume.");

    public static WorkbenchException UnclearBarLength(string file, string why) => new("WB2509", ExitCode.Data,
        $"{file} does not tell how long its bars are: {why}.", "the same with --timeframe 1m");

    public static WorkbenchException BadArchive(string file, string reason) => new("WB2510", ExitCode.Data,
        $"{file} is no sound archive: {reason}", "the same after fetching that file again");

    public static WorkbenchException BadJson(string file, string reason) => new("WB2511", ExitCode.Data, $"{file} is not what it should be: {reason}");

    public static WorkbenchException NotSeekable(string file) => new("WB2512", ExitCode.Data,
        $"{file} is written newest first and packed, so it cannot be read from its end.", $"gunzip it first");

    public static WorkbenchException NumberTooLarge(string file, OverflowException cause) => new("WB2513", ExitCode.Data,
        $"{file} holds a number that is too large for a time, a price or a size.", null, cause);
}
