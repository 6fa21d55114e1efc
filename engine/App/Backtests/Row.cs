namespace Workbench.App;

/// <summary>
/// A row on its way into a table. It is an object, though the records are not: what is generic over objects is precompiled once for all
/// of them, and over structs of another room not at all.
/// </summary>
sealed class Row<T>
    where T : struct
{
    public T Value;
}
