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
}
