using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Tests;

/// <summary>What scripts and cells are compiled against.</summary>
public sealed class ReferenceSetTests
{
    [Fact]
    public void Compilations_that_begin_at_once_know_the_same_types()
    {
        for (var round = 0; round < 4; round++)
        {
            // Nobody has looked into these copies of the libraries yet.
            MetadataReference[] libraries = [.. ReferenceSet.All.Select(library => ReferenceSet.Of(library.Display!))];

            var compilations = AtOnce(4, () => ReferenceSet.Bind(CSharpCompilation.CreateScriptCompilation("cell", null, libraries)));

            Assert.Single(compilations.Select(one => one.GetSpecialType(SpecialType.System_Object)).Distinct(ReferenceEqualityComparer.Instance));
        }
    }

    static CSharpCompilation[] AtOnce(int count, Func<CSharpCompilation> make)
    {
        using var start = new Barrier(count);
        var made = new CSharpCompilation[count];
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            made[i] = make();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return made;
    }
}
