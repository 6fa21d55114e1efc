namespace Workbench.Scripting.Tests;

/// <summary>Puts a few lines into a strategy: members as they stand, statements into OnStart.</summary>
static class Snippets
{
    public static string Script(string snippet) => snippet.Contains("Strategy", StringComparison.Ordinal) ? snippet : $$"""
        public sealed class Tried : Strategy
        {
        {{(snippet.StartsWith("member ", StringComparison.Ordinal) ? snippet[7..] : "public override void OnStart() { " + snippet + " }")}}
        }
        """;
}
