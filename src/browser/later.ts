/** Does something once nothing has asked for it any more for a while. */
export interface Later {
	start(): void;
	stop(): void;
}

export function later(action: () => unknown, milliseconds: number): Later {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = () => clearTimeout(timer);
	const start = () => {
		stop();
		timer = setTimeout(action, milliseconds);
	};
	return { start, stop };
}
