using Workbench.Core;
using Workbench.Research.Evolution;

namespace Workbench.App;

/// <summary>What an evolution breeds: how a genome becomes a strategy while searching, and a script when it survives. Both must do the same, event for event.</summary>
interface ISpecies<TGenome> : IDisposable
{
    /// <summary>How it is bred.</summary>
    IBreeding<TGenome> Breeding { get; }

    /// <summary>The line of scripts that its trials belong to.</summary>
    string Lineage { get; }

    /// <summary>What is bred, in a word for people.</summary>
    string Kind { get; }

    /// <summary>What sets a genome apart, as <c>name=value</c>.</summary>
    IReadOnlyList<string> Settings(TGenome genome);

    /// <summary>A fresh strategy that does what the genome says.</summary>
    Strategy Create(TGenome genome);

    /// <summary>The genome as a script.</summary>
    string Script(TGenome genome, ScriptHeader header);
}
