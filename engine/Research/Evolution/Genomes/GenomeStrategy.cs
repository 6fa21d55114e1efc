namespace Workbench.Research.Evolution;

/// <summary>A genome at work, without a compiler.</summary>
public sealed class GenomeStrategy : Strategy
{
    GenomeStrategy(Genome genome) => Genome = genome;

    /// <summary>What it plays.</summary>
    public Genome Genome { get; }

    /// <summary>A fresh strategy that decides as the genome's script does, byte for byte.</summary>
    public static Strategy Create(Genome genome) => new GenomeStrategy(genome);
}
