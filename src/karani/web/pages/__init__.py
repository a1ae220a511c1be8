"""Every page as frozen data: what its template may read, and nothing else."""
