namespace Workbench.Model;

/// <summary>Tapes that are told and not traded by: no price of theirs has a scale, and their silence is no gap.</summary>
public static class NoticeKinds
{
    /// <summary>Whether a kind, as stores name it, is one of them.</summary>
    public static bool Has(string kind) => kind == DataKind.News.Word() || kind == DataKind.Calendar.Word() || kind == DataKind.Sentiment.Word();
}
