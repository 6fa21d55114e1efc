namespace Workbench.Architecture.Tests;

/// <summary>Hash collections enumerate differently in every process, so the heart may look things up in them and never walk them.</summary>
public sealed class HashOrderTests
{
    [Fact]
    public void The_heart_compiles_in_memory_so_that_it_can_be_asked()
    {
        Assert.Empty(Errors(HeartCompilation.Model));
        Assert.Empty(Errors(HeartCompilation.Core));
    }

    [Fact]
    public void Model_and_Core_walk_through_no_hash_collection() =>
        Assert.Empty(HashOrder.Walks(HeartCompilation.Model).Concat(HashOrder.Walks(HeartCompilation.Core)));

    [Theory]
    [InlineData("foreach (var pair in map) total += pair.Value;")]
    [InlineData("foreach (var (key, value) in map) total += value;")]
    [InlineData("foreach (var each in set) total += each;")]
    [InlineData("total += map.Sum(pair => pair.Value);")]
    [InlineData("int[] all = [.. set]; total += all[0];")]
    [InlineData("total += string.Join(',', set).Length;")]
    [InlineData("total += new List<int>(set)[0];")]
    [InlineData("IReadOnlyDictionary<string, int> view = map; foreach (var pair in view) total += pair.Value;")]
    [InlineData("IEnumerable<int> some = set; foreach (var each in some) total += each;")]
    public void A_walk_in_hash_order_is_found(string walk) => Assert.NotEmpty(HashOrder.Walks(Snippet(walk)));

    [Theory]
    [InlineData("total += map[\"a\"];")]
    [InlineData("if (set.Contains(1) || map.TryGetValue(\"a\", out total)) total++;")]
    [InlineData("foreach (var pair in new SortedDictionary<string, int>()) total += pair.Value;")]
    [InlineData("IReadOnlyDictionary<string, int> view = map; total += view.Count;")]
    public void A_look_up_is_left_alone(string lookUp) => Assert.Empty(HashOrder.Walks(Snippet(lookUp)));

    static Microsoft.CodeAnalysis.Compilation Snippet(string statement)
    {
        var compilation = HeartCompilation.Snippet(
            $"class Snippet {{ int Run(Dictionary<string, int> map, HashSet<int> set) {{ var total = 0; {statement} return total; }} }}");
        Assert.Empty(Errors(compilation));
        return compilation;
    }

    static IEnumerable<string> Errors(Microsoft.CodeAnalysis.Compilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
}
