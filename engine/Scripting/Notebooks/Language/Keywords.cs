namespace Workbench.Scripting.Notebooks;

/// <summary>Words of the language that can begin a statement, an expression or a declaration.</summary>
static class Keywords
{
    public static IReadOnlyList<Candidate> All { get; } =
    [
        .. """
            abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum
            event false field finally float for foreach get global if in init int interface internal is lock long nameof namespace new not null object
            operator or and out override params private protected public readonly record ref required return sbyte sealed set short sizeof static
            string struct switch this throw true try typeof uint ulong unchecked ushort using value var virtual void when where while with yield
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new Candidate(word, word, "keyword", Likeliness.Keyword)),
    ];
}
