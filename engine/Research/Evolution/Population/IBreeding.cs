namespace Workbench.Research.Evolution;

/// <summary>What can be done with a kind of genome. All chance comes from the dice handed in; genomes are never changed, only made.</summary>
/// <typeparam name="TGenome">What is inherited.</typeparam>
public interface IBreeding<TGenome>
{
    /// <summary>A genome out of nothing.</summary>
    /// <param name="slot">Which of the first generation: some kinds spread shapes and sizes over it.</param>
    /// <param name="dice">Its chance.</param>
    TGenome Random(int slot, SeededRandom dice);

    /// <summary>A child of two.</summary>
    /// <returns>The child, and the name of what was done.</returns>
    (TGenome Child, string Operator) Cross(TGenome mother, TGenome father, SeededRandom dice);

    /// <summary>A genome that differs in something.</summary>
    /// <returns>The child, and the name of what was done.</returns>
    (TGenome Child, string Operator) Mutate(TGenome parent, SeededRandom dice);

    /// <summary>Its canonical name.</summary>
    string KeyOf(TGenome genome);

    /// <summary>How much a person has to read.</summary>
    int SizeOf(TGenome genome);
}
