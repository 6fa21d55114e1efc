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

    /// <summary>The kind that stores call by that name: <c>ticks</c>, or a bar length such as <c>1m@bid</c>.</summary>
    /// <exception cref="WorkbenchException">It is neither a kind nor a bar length.</exception>
    public static (DataKind Kind, BarSpec Bars) Named(string name) =>
        Enum.GetValues<DataKind>().FirstOrDefault(kind => kind != DataKind.Bars && kind.Word() == name) is var found and not default(DataKind)
            ? (found, default)
            : (DataKind.Bars, BarSpec.Parse(name, null));
}
