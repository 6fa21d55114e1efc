namespace Workbench.Model;

/// <summary>What the kinds of data have in common.</summary>
public static class DataKinds
{
    /// <summary>Whether it is told and not traded by: news, calendar, sentiment. It has no price, and no market is made of it.</summary>
    public static bool IsNotice(this DataKind kind) => kind >= DataKind.News;

    /// <summary>The word for it on the command line and in the lake, such as <c>news</c>; bars go by their length instead.</summary>
    public static string Word(this DataKind kind) => kind switch
    {
        DataKind.Ticks => "ticks",
        DataKind.Trades => "trades",
        DataKind.Depth => "depth",
        DataKind.News => "news",
        DataKind.Calendar => "calendar",
        DataKind.Sentiment => "sentiment",
        _ => "bars",
    };

    /// <summary>Whether stores call a notice by that name.</summary>
    public static bool IsNotice(string name) => Array.Exists(Enum.GetValues<DataKind>(), kind => kind.IsNotice() && kind.Word() == name);

    /// <summary>What stores call a tape of that kind: <c>ticks</c>, or a bar length such as <c>1m@bid</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="bars">Length and price of bars; default for all else.</param>
    public static string Name(this DataKind kind, BarSpec bars) => kind == DataKind.Bars ? bars.ToString() : kind.Word();

    /// <summary>The kind that stores call by that name.</summary>
    /// <exception cref="WorkbenchException">It is neither a kind nor a bar length.</exception>
    public static (DataKind Kind, BarSpec Bars) Named(string name) => TryNamed(name, out var named) ? named : (DataKind.Bars, BarSpec.Parse(name, null));

    /// <summary>The kind that stores call by that name; false where it is neither a kind nor a bar length.</summary>
    public static bool TryNamed(string name, out (DataKind Kind, BarSpec Bars) named)
    {
        var kind = Array.Find(Enum.GetValues<DataKind>(), kind => kind != DataKind.Bars && kind.Word() == name);
        var isBars = BarSpec.TryParse(name, null, out var bars);
        named = kind != default ? (kind, default) : (DataKind.Bars, bars);
        return kind != default || isBars;
    }
}
