using System.Globalization;

namespace Workbench.Data.Importers.Notices;

/// <summary>What can be wrong with files of news, calendars and sentiment: codes WB2800 to WB2819.</summary>
static class NoticeErrors
{
    public static WorkbenchException NoYear(string file) => new("WB2800", ExitCode.Data,
        $"{file} names days without a year, and its own name holds none either.", "mv it to a name with its first day, such as week-2025-08-17.csv");

    public static WorkbenchException OtherWeekday(string file, long row, string text, DateOnly date) => new("WB2801", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no {date.DayOfWeek} ({date:yyyy-MM-dd}), so the year is another one."), "mv it to a name with its first day, such as week-2025-08-17.csv");

    public static WorkbenchException BadDay(string file, long row, string text) => new("WB2802", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no day such as SunAug 17 or 2025-08-17."));

    public static WorkbenchException BadHour(string file, long row, string text) => new("WB2803", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no time such as 6:30pm, All Day or Tentative."));

    public static WorkbenchException NoTimeAbove(string file, long row) => new("WB2804", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row} leaves its day or time to the row above, and there is none."));

    public static WorkbenchException BadFigure(string file, long row, string text) => new("WB2805", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no figure such as -0.3%, 1.35M or 48.9."));

    public static WorkbenchException UnitsDiffer(string file, long row, string units) => new("WB2806", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row} tells its figures in several units: {units}."));

    public static WorkbenchException NoCurrency(string file, long row, string text) => new("WB2807", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no currency of three letters."));

    public static WorkbenchException BadImpact(string file, long row, string text) => new("WB2808", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no impact: Low, Medium, High, 1 to 3, Holiday or nothing."));

    public static WorkbenchException NoNotices(string file, string what) => new("WB2809", ExitCode.Data,
        $"{file} holds no {what}: the source sent a message instead of an answer, or it is another answer.", "the same after fetching it again");

    public static WorkbenchException MissingMember(string file, long item, string name) => new("WB2810", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} item {item} has no '{name}' that can be read."));

    public static WorkbenchException NothingOf(string path, string symbol, IEnumerable<string> found) => new("WB2811", ExitCode.Data,
        $"{path} holds nothing of {symbol}; it is of {string.Join(", ", found.Take(20))}.", "the same with --instrument for one of those");

    public static WorkbenchException NoShare(string file, long row, string text) => new("WB2812", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{file} row {row}: '{text}' is no share such as 0.4422, 44.22 or 44.22%."));

    public static WorkbenchException NoRecording(string file) => new("WB2813", ExitCode.Data,
        $"{file} is no recorded exchange whose answer can be read.", "the answer itself, as .json");
}
