"""What is known of the locks of all processes: by what they say, and by a test. Owns no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.system.lock_state import LockState, Proof, Verdict, verdict_of

_WORST_FIRST = (Verdict.OPEN, Verdict.GUARDED, Verdict.PROVEN)


@dataclass(frozen=True)
class Knowledge:
    """`engine` is None until it told how it is locked; `proof` is None until it was tested.

    `earlier` are attempts in engines that have ended. `engine_refused`: it does not work, and
    will not tell. `test_failed`: the last test could not be finished, so nothing is proven.
    """

    window: LockState
    engine: LockState | None = None
    proof: Proof | None = None
    earlier: int = 0
    engine_refused: bool = False
    test_failed: bool = False

    @property
    def locks(self) -> tuple[LockState, ...]:
        return (self.window, self.engine) if self.engine else (self.window,)

    @property
    def verdict(self) -> Verdict | None:
        """The worst of what is known; None while nothing bad is known, and not all."""
        found = [verdict_of(self.locks)]
        if self.test_failed:
            found.append(Verdict.GUARDED)
        if self.proof:
            found.append(self.proof.verdict)
        worst = next(verdict for verdict in _WORST_FIRST if verdict in found)
        if self.engine is None and worst is not Verdict.OPEN:
            return None
        return worst

    @property
    def problem(self) -> str:
        """Why a lock that should be there is missing; "" when none is."""
        tested = [part.lock for part in self.proof.processes] if self.proof else []
        return next((lock.problem for lock in (*self.locks, *tested) if lock.problem), "")

    @property
    def by_system(self) -> bool:
        return all(lock.by_system for lock in self.locks)

    @property
    def attempts(self) -> int:
        """What Python code has tried in all processes since the window was opened."""
        return self.earlier + sum(len(lock.refused) for lock in self.locks)

    def with_proof(self, proof: Proof) -> Knowledge:
        return replace(self, proof=proof, test_failed=False)

    def without_proof(self) -> Knowledge:
        """A test could not be finished: what an earlier one found is no longer said."""
        return replace(self, proof=None, test_failed=True)

    def report(self) -> Proof | None:
        """The last test, with the attempts that were counted until now."""
        if self.proof is None:
            return None
        now = {lock.process: lock for lock in self.locks}
        parts = (
            replace(part, lock=now.get(part.lock.process, part.lock))
            for part in self.proof.processes
        )
        return replace(self.proof, processes=tuple(parts))

    def with_locks(self, window: LockState, engine: LockState | None) -> Knowledge:
        """What the processes say now. Of an engine that was started again, no test is known."""
        if engine is None or self.engine is None or engine.since == self.engine.since:
            known = replace(self, window=window, engine=engine or self.engine)
            return replace(known, engine_refused=self.engine_refused and engine is None)
        return Knowledge(window, engine, earlier=self.earlier + len(self.engine.refused))

    def without_engine(self, refused: bool) -> Knowledge:
        """The engine ended, or `refused` to work: of its lock nothing is known, nor of a test."""
        gone = len(self.engine.refused) if self.engine else 0
        return Knowledge(self.window, earlier=self.earlier + gone, engine_refused=refused)
