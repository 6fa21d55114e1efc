namespace Workbench.Research.Evolution;

/// <summary>A genome with its name, where it came from and what it came to.</summary>
/// <typeparam name="TGenome">What is inherited.</typeparam>
/// <param name="Genome">What is inherited.</param>
/// <param name="Key">Canonical name: two genomes with one key are one.</param>
/// <param name="Size">How much a person has to read: nodes or settings.</param>
/// <param name="Birth">Where it came from.</param>
public sealed record Individual<TGenome>(TGenome Genome, string Key, int Size, Birth Birth)
{
    /// <summary>What it came to; null before it was tried.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>Front it was in when its island last chose; 0 is the best.</summary>
    public int Rank { get; init; }

    /// <summary>How alone it stood within its front; infinite at the ends.</summary>
    public double Crowding { get; init; }
}
