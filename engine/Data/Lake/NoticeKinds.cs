namespace Workbench.Data.Lake;

/// <summary>Tapes that are told and not traded by: no price of theirs has a scale, and their silence is no gap.</summary>
static class NoticeKinds
{
    /// <summary>Whether a folder of the lake, by its name, is one of them.</summary>
    public static bool Has(string kind) => kind == DataKind.News.Word() || kind == DataKind.Calendar.Word() || kind == DataKind.Sentiment.Word();
}
